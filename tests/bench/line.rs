//! A proxy between phones and server that counts bytes, headers included.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes so far, per direction.
#[derive(Debug, Default)]
struct Count {
    up: AtomicU64,
    down: AtomicU64,
}

/// A counting proxy to a server.
pub(crate) struct Line {
    address: SocketAddr,
    count: Arc<Count>,
}

impl Line {
    pub(crate) fn to(server: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let count = Arc::new(Count::default());
        let counting = Arc::clone(&count);
        std::thread::spawn(move || {
            for phone in listener.incoming().map_while(Result::ok) {
                if let Ok(server) = TcpStream::connect(server) {
                    pass(phone, server, &counting);
                }
            }
        });
        Ok(Self { address, count })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the bytes in both directions since the previous call.
    pub(crate) fn bytes(&self) -> u64 {
        self.count.up.swap(0, Ordering::SeqCst) + self.count.down.swap(0, Ordering::SeqCst)
    }
}

fn pass(phone: TcpStream, server: TcpStream, count: &Arc<Count>) {
    let (Ok(from_server), Ok(to_phone)) = (server.try_clone(), phone.try_clone()) else {
        return;
    };
    let (up, down) = (Arc::clone(count), Arc::clone(count));
    std::thread::spawn(move || copy(phone, server, &up.up));
    std::thread::spawn(move || copy(from_server, to_phone, &down.down));
}

/// Copies until one side closes, and then closes the other.
fn copy(mut from: TcpStream, mut to: TcpStream, count: &AtomicU64) {
    let mut buffer = [0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        count.fetch_add(length as u64, Ordering::SeqCst);
        if to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    // Both sides may already be closed.
    drop(to.shutdown(Shutdown::Both));
}
