//! A stretch of network between phones and server, that can fail at any point of any exchange, and
//! that remembers every byte.

use std::collections::VecDeque;
use std::io::{BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

use super::wire::Whole;

/// What happens to one exchange of request and answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nothing: it passes.
    Pass,
    /// Cut before the server gets any of it.
    BeforeRequest,
    /// Cut when the server has half of the request.
    InRequest,
    /// The server has answered, and the phone gets none of it.
    BeforeAnswer,
    /// Cut when the phone has half of the answer.
    InAnswer,
    /// The whole exchange passes, and then the connection is cut.
    AfterAnswer,
    /// The server never hears of it; the phone gets this instead.
    Instead(&'static [u8]),
    /// The answer comes a byte at a time.
    Trickle,
}

/// Every point at which an exchange can be cut.
pub const CUTS: [Fate; 5] = [
    Fate::BeforeRequest,
    Fate::InRequest,
    Fate::BeforeAnswer,
    Fate::InAnswer,
    Fate::AfterAnswer,
];

#[derive(Default)]
struct Road {
    /// What happens to the next exchanges; when it is empty, they pass.
    fates: VecDeque<Fate>,
    /// What happens to all of them, until further notice.
    always: Option<Fate>,
    /// Requests so far, by path.
    requests: Vec<String>,
    /// All bytes, both ways.
    capture: Vec<u8>,
    held: bool,
}

type Shared = Arc<(Mutex<Road>, Condvar)>;

/// The stretch of network.
pub struct Proxy {
    address: SocketAddr,
    road: Shared,
    closed: Arc<AtomicBool>,
}

impl Proxy {
    /// Leads to this server.
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("its number");
        let road = Shared::default();
        let closed = Arc::new(AtomicBool::new(false));
        let (shared, ended) = (Arc::clone(&road), Arc::clone(&closed));
        std::thread::spawn(move || {
            for phone in listener.incoming() {
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                let road = Arc::clone(&shared);
                if let Ok(phone) = phone {
                    // Each connection ends by itself, when either side is gone.
                    std::thread::spawn(move || drop(carry(phone, server, &road)));
                }
            }
        });
        Self {
            address,
            road,
            closed,
        }
    }

    /// What one types on a phone.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The next exchanges end so, in this order; later ones pass.
    pub fn next(&self, fates: impl IntoIterator<Item = Fate>) {
        self.road().fates = fates.into_iter().collect();
    }

    /// Every exchange ends so, until told otherwise.
    pub fn always(&self, fate: Option<Fate>) {
        self.road().always = fate;
    }

    /// Fates that no exchange has met yet.
    pub fn left(&self) -> usize {
        self.road().fates.len()
    }

    /// Paths of all requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.road().requests.clone()
    }

    /// All bytes so far, both ways.
    pub fn capture(&self) -> Vec<u8> {
        self.road().capture.clone()
    }

    /// Requests that come now wait, until [`Self::let_go`].
    pub fn hold(&self) {
        self.road().held = true;
    }

    /// Those who waited go on.
    pub fn let_go(&self) {
        self.road().held = false;
        self.road.1.notify_all();
    }

    fn road(&self) -> MutexGuard<'_, Road> {
        lock(&self.road)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.let_go();
        self.closed.store(true, Ordering::Relaxed);
        // Wakes the listener, so that it sees that it is over; if that fails, the test is over too.
        drop(TcpStream::connect(self.address));
    }
}

fn lock(road: &Shared) -> MutexGuard<'_, Road> {
    road.0.lock().expect("nobody panicked holding the road")
}

fn carry(phone: TcpStream, server: SocketAddr, road: &Shared) -> std::io::Result<()> {
    let mut from_phone = BufReader::new(phone.try_clone()?);
    let mut to_phone = phone;
    while let Some(request) = Whole::read(&mut from_phone)? {
        let fate = {
            let go_on = &road.1;
            let mut road = lock(road);
            road.requests.push(request.path());
            while road.held {
                road = go_on.wait(road).expect("nobody panicked holding the road");
            }
            let next = road.fates.pop_front();
            next.or(road.always).unwrap_or(Fate::Pass)
        };
        let bytes = request.bytes();
        lock(road).capture.extend_from_slice(&bytes);
        match fate {
            Fate::BeforeRequest => break,
            Fate::Instead(answer) => {
                to_phone.write_all(answer)?;
                break;
            }
            _ => {}
        }
        let Ok(mut to_server) = TcpStream::connect(server) else {
            // As when there is no way to the server at all.
            break;
        };
        if fate == Fate::InRequest {
            to_server.write_all(&bytes[..half(&request)])?;
            to_server.shutdown(Shutdown::Write)?;
            break;
        }
        to_server.write_all(&bytes)?;
        let answer = Whole::read(&mut BufReader::new(to_server))?;
        let Some(answer) = answer else { break };
        let bytes = answer.bytes();
        lock(road).capture.extend_from_slice(&bytes);
        match fate {
            Fate::BeforeAnswer => break,
            Fate::InAnswer => {
                to_phone.write_all(&bytes[..half(&answer)])?;
                break;
            }
            Fate::Trickle => {
                for byte in bytes.chunks(1) {
                    to_phone.write_all(byte)?;
                    to_phone.flush()?;
                }
            }
            _ => to_phone.write_all(&bytes)?,
        }
        if fate == Fate::AfterAnswer {
            break;
        }
    }
    // The phone sees the connection end here.
    drop(to_phone.shutdown(Shutdown::Both));
    Ok(())
}

/// Where to cut a message in two: in its body if it has one.
fn half(message: &Whole) -> usize {
    match message.body.len() {
        0 => message.head.len() / 2,
        length => message.head.len() + length / 2,
    }
}
