//! What only Android's own classes can answer, called through JNI.

use std::path::PathBuf;

use jni::JNIEnv;
use jni::errors::Result;
use jni::objects::{JByteArray, JObject, JString};
use robius_android_env::with_activity;

/// The system's certificate store: the vendor's certificates, and those added by the owner or an
/// administrator.
const TRUSTED: &str = "AndroidCAStore";

/// Returns the app's folder that is excluded from backup and device transfer. It differs per user and
/// work profile, so only Android can tell.
///
/// # Errors
/// When the JNI call fails.
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

/// Passes the system's trusted certificates to the core, on a thread of its own because there are about
/// 150.
pub(super) fn trust_what_the_phone_trusts() {
    std::thread::spawn(|| {
        let trusted = with_activity(|env, _| {
            let trusted = certificates(env);
            if trusted.is_err() {
                // A pending Java exception would otherwise surface in the next call.
                env.exception_clear()?;
            }
            trusted
        });
        // With an empty list no server is trusted, and the app reports that.
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
        // A local frame per certificate: local references live until their frame ends, and there is room
        // for only a few hundred.
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
