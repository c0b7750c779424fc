//! What only Android knows, asked of its own classes.

use std::path::PathBuf;

use jni::JNIEnv;
use jni::errors::Result;
use jni::objects::{JByteArray, JObject, JString};
use robius_android_env::with_activity;

/// The phone's list of trusted certificates: its maker's, and those its owner or manager added.
const TRUSTED: &str = "AndroidCAStore";

/// The app's own folder that no backup and no move to another phone takes along. It differs between
/// a phone's users and its work profile, so only the phone can tell.
///
/// # Errors
/// When Android does not answer.
pub(super) fn data_folder() -> Result<PathBuf> {
    with_activity(|env, activity| {
        let folder = env
            .call_method(activity, "getNoBackupFilesDir", "()Ljava/io/File;", &[])?
            .l()?;
        let path = env
            .call_method(&folder, "getAbsolutePath", "()Ljava/lang/String;", &[])?
            .l()?;
        env.get_string(&JString::from(path)).map(String::from)
    })?
    .map(|path| PathBuf::from(path).join("voorveld"))
}

/// Tells the core whose word counts for a server, aside: there are about 150 of them.
pub(super) fn trust_what_the_phone_trusts() {
    std::thread::spawn(|| {
        let trusted = with_activity(|env, _| {
            let trusted = certificates(env);
            if trusted.is_err() {
                // What Java threw would else come out at its next call.
                env.exception_clear()?;
            }
            trusted
        });
        // With none, no server is trusted, and the app says so.
        let trusted = trusted.and_then(|inner| inner).unwrap_or_else(|error| {
            tracing::error!(%error, "Android's list of certificates could not be read");
            Vec::new()
        });
        voorveld_core::trust_only(trusted);
    });
}

fn certificates(env: &mut JNIEnv<'_>) -> Result<Vec<Vec<u8>>> {
    let name = env.new_string(TRUSTED)?;
    let store = env
        .call_static_method(
            "java/security/KeyStore",
            "getInstance",
            "(Ljava/lang/String;)Ljava/security/KeyStore;",
            &[(&name).into()],
        )?
        .l()?;
    let nothing = JObject::null();
    env.call_method(
        &store,
        "load",
        "(Ljava/io/InputStream;[C)V",
        &[(&nothing).into(), (&nothing).into()],
    )?;
    let names = env
        .call_method(&store, "aliases", "()Ljava/util/Enumeration;", &[])?
        .l()?;
    let mut found = Vec::new();
    while env
        .call_method(&names, "hasMoreElements", "()Z", &[])?
        .z()?
    {
        // Java keeps what one is given until its frame is left, and has room for some hundreds.
        found.push(env.with_local_frame(8, |env| certificate(env, &store, &names))?);
    }
    Ok(found)
}

fn certificate(env: &mut JNIEnv<'_>, store: &JObject<'_>, names: &JObject<'_>) -> Result<Vec<u8>> {
    let name = env
        .call_method(names, "nextElement", "()Ljava/lang/Object;", &[])?
        .l()?;
    let certificate = env
        .call_method(
            store,
            "getCertificate",
            "(Ljava/lang/String;)Ljava/security/cert/Certificate;",
            &[(&name).into()],
        )?
        .l()?;
    let bytes = env
        .call_method(&certificate, "getEncoded", "()[B", &[])?
        .l()?;
    env.convert_byte_array(JByteArray::from(bytes))
}
