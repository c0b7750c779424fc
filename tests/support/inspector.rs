//! A client of WebKit's remote inspector. It only reads pages; input goes through the window.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use super::wait;

/// Longest time for one evaluation.
const ANSWER: Duration = Duration::from_secs(20);

/// A connection to the page of one app.
pub struct Inspector {
    socket: WebSocket<TcpStream>,
    target: String,
    last: u64,
}

impl Inspector {
    /// Connects to the app that listens here, as soon as it has a page.
    pub fn connect(address: SocketAddr, alive: impl Fn()) -> Self {
        wait::for_some(wait::PATIENCE, || {
            alive();
            Self::try_connect(address)
        })
        .expect("the app shows no page; is it a debug build? Only those can be looked into")
    }

    fn try_connect(address: SocketAddr) -> Option<Self> {
        // The app looks for its pages only when asked for the list.
        if !list(address)?.contains("/socket/1/1/WebPage") {
            return None;
        }
        let stream = TcpStream::connect(address).ok()?;
        stream.set_read_timeout(Some(ANSWER)).ok()?;
        let url = format!("ws://{address}/socket/1/1/WebPage");
        let (mut socket, _) = tungstenite::client(url, stream).ok()?;
        // The first message names the page; an app that is still starting closes the connection.
        let target = loop {
            let message = read(&mut socket)?;
            if message["method"] == "Target.targetCreated" {
                let info = &message["params"]["targetInfo"];
                break info["targetId"].as_str()?.to_owned();
            }
        };
        let mut inspector = Self {
            socket,
            target,
            last: 0,
        };
        let ready = inspector.ask("document.readyState === 'complete' && !!document.body");
        (ready? == true).then_some(inspector)
    }

    /// Evaluates an expression on the page.
    ///
    /// # Panics
    /// If the page is gone or the expression throws.
    pub fn look(&mut self, expression: &str) -> Value {
        self.ask(expression)
            .unwrap_or_else(|| panic!("the page did not answer: {expression}"))
    }

    fn ask(&mut self, expression: &str) -> Option<Value> {
        self.last += 1;
        let id = self.last;
        let inner = json!({
            "id": id,
            "method": "Runtime.evaluate",
            "params": { "expression": expression, "returnByValue": true },
        });
        let outer = json!({
            "id": id,
            "method": "Target.sendMessageToTarget",
            "params": { "targetId": self.target, "message": inner.to_string() },
        });
        self.socket.send(Message::text(outer.to_string())).ok()?;
        loop {
            let message = read(&mut self.socket)?;
            if message["method"] == "Target.didCommitProvisionalTarget" {
                self.target = message["params"]["newTargetId"].as_str()?.to_owned();
                return None;
            }
            if message["method"] != "Target.dispatchMessageFromTarget" {
                continue;
            }
            let inner = message["params"]["message"].as_str()?;
            let inner: Value = serde_json::from_str(inner).ok()?;
            if inner["id"] != id {
                continue;
            }
            let result = &inner["result"];
            assert!(
                result["wasThrown"] != true && inner.get("error").is_none(),
                "the page refused {expression}: {inner}"
            );
            return Some(result["result"]["value"].clone());
        }
    }
}

fn list(address: SocketAddr) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(ANSWER)).ok()?;
    let question = format!("GET / HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(question.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

fn read(socket: &mut WebSocket<TcpStream>) -> Option<Value> {
    loop {
        match socket.read().ok()? {
            Message::Text(text) => return serde_json::from_str(&text).ok(),
            Message::Close(_) => return None,
            _ => {}
        }
    }
}
