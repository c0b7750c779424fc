//! A proxy between phones and server that can fail at any point of an exchange, and that records
//! every byte.

use std::collections::VecDeque;
use std::io::{BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

use super::wire::Whole;

/// What happens to one request and its response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It passes unchanged.
    Pass,
    /// The connection is cut before the server gets any of the request.
    BeforeRequest,
    /// Cut after half of the request has reached the server.
    InRequest,
    /// The server responds, but none of the response reaches the phone.
    BeforeAnswer,
    /// Cut after half of the response has reached the phone.
    InAnswer,
    /// The connection is cut after the whole exchange.
    AfterAnswer,
    /// The request is withheld from the server; the phone gets these bytes as response.
    Instead(&'static [u8]),
    /// The response arrives one byte at a time.
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
    /// The fates of the next exchanges; once empty, `always` applies.
    fates: VecDeque<Fate>,
    /// The fate of all further exchanges; `None` lets them pass.
    always: Option<Fate>,
    /// Paths of all requests so far.
    requests: Vec<String>,
    /// All bytes so far, in both directions.
    capture: Vec<u8>,
    held: bool,
}

type Shared = Arc<(Mutex<Road>, Condvar)>;

/// The proxy; each connection is handled on its own thread.
pub struct Proxy {
    address: SocketAddr,
    road: Shared,
    closed: Arc<AtomicBool>,
}

impl Proxy {
    /// Starts a proxy in front of this server.
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
                    // Each connection ends by itself when either side closes.
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

    /// Returns the address that is typed on a phone.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Sets the fates of the next exchanges, in order; later ones pass.
    pub fn next(&self, fates: impl IntoIterator<Item = Fate>) {
        self.road().fates = fates.into_iter().collect();
    }

    /// Sets the fate of every exchange until changed.
    pub fn always(&self, fate: Option<Fate>) {
        self.road().always = fate;
    }

    /// Returns how many queued fates no exchange has used yet.
    pub fn left(&self) -> usize {
        self.road().fates.len()
    }

    /// Returns the paths of all requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.road().requests.clone()
    }

    /// Returns all bytes so far, in both directions.
    pub fn capture(&self) -> Vec<u8> {
        self.road().capture.clone()
    }

    /// Holds new requests until [`Self::let_go`].
    pub fn hold(&self) {
        self.road().held = true;
    }

    /// Releases the held requests.
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
        // Wakes the listener so that its thread ends; a failure does not matter at this point.
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
            // The server is unreachable.
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

/// Returns where to cut a message in two: in its body if it has one.
fn half(message: &Whole) -> usize {
    match message.body.len() {
        0 => message.head.len() / 2,
        length => message.head.len() + length / 2,
    }
}
