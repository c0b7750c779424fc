//! Dispatches requests to the code that handles them, by type.

use super::Store;
use crate::Error;
use crate::api::{Request, RequestType, Response, for_each_request};

/// A request that changes nothing stored.
pub(crate) trait Read: RequestType {
    /// Reads the response.
    ///
    /// # Errors
    /// Any error that the request's handling can meet.
    fn run(self, store: &mut Store) -> Result<Self::Response, Error>;
}

/// A request that changes what is stored, for the team or for this phone.
pub(crate) trait Write: RequestType {
    /// Makes the change. Runs in a transaction, which is rolled back if this fails.
    ///
    /// # Errors
    /// Any error that the request's handling can meet.
    fn run(self, store: &mut Store) -> Result<Self::Response, Error>;
}

/// Runs a request as its kind demands.
macro_rules! run {
    (query, $request:ident, $store:expr) => {
        Read::run($request, $store)
    };
    (write, $request:ident, $store:expr) => {
        $store.atomically(|store| Write::run($request, store))
    };
    (local, $request:ident, $store:expr) => {
        $store.atomically(|store| Write::run($request, store))
    };
    (session, $request:ident, $store:expr) => {{
        let name = std::any::type_name_of_val(&$request);
        Err(Error::Internal(format!("the session handles {name}")))
    }};
}

macro_rules! dispatch {
    ($($kind:ident $name:ident)*) => {
        impl Store {
            /// Handles a request that needs neither the server nor the vault.
            ///
            /// # Errors
            /// Any error of the request's `run`, after rolling back its transaction;
            /// [`Error::Internal`] for requests that the session handles.
            pub(crate) fn dispatch(&mut self, request: Request) -> Result<Response, Error> {
                match request {
                    $(Request::$name(request) => run!($kind, request, self).map(Response::$name),)*
                }
            }
        }
    };
}

for_each_request!(dispatch);
