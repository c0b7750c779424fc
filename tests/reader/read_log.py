"""Reads a team's log using only PROTOCOL.md, SEALED.md and the team's key.

    python read_log.py LOG.cbor TEAM_TAG TEAM_KEY DICTIONARY FOLDER     (tag and key in hexadecimal)

Prints the log's content as JSON and writes each document to FOLDER, as a file that any Automerge loads.
Written from the two documents, not from the app's source: if it can no longer read a log, a document is
wrong or stored bytes changed their meaning.
"""
import hashlib
import io
import json
import sys
from pathlib import Path

import cbor2
import zstandard
from blake3 import blake3
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
from nacl.signing import VerifyKey


def derive(context, data):
    return blake3(data, derive_key_context=context).digest()


def number(value, size):
    return value.to_bytes(size, "big")


def varint(value):
    low = bytes([value & 0x7F])
    return low if value < 0x80 else bytes([low[0] | 0x80]) + varint(value >> 7)


def read_varint(data):
    value, shift = 0, 0
    while True:
        byte = data.read(1)[0]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value
        shift += 7


def open_sealed(key, associated, sealed, dictionary):
    """SEALED.md, section 2."""
    padded = decrypt(sealed[24:], associated, sealed[:24], key)
    form, length = padded[0], int.from_bytes(padded[1:4], "big")
    body, padding = padded[4 : 4 + length], padded[4 + length :]
    assert len(body) == length and not any(padding)
    if form == 0:
        return body
    frame = b"\x28\xb5\x2f\xfd" + body
    assert zstandard.frame_content_size(frame) < 1 << 24
    known = {1: None, 2: zstandard.ZstdCompressionDict(dictionary)}[form]
    return zstandard.ZstdDecompressor(dict_data=known).decompress(frame)


def read_changes(data, heads):
    """SEALED.md, section 4, form 0: rebuilds Automerge's chunks. Updates the heads with each change."""
    chunks, hashes = b"", []
    for place in range(read_varint(data)):
        backs = [read_varint(data) or data.read(32) for _ in range(read_varint(data))]
        depends = [hashes[place - back] if isinstance(back, int) else back for back in backs]
        rest = data.read(read_varint(data))
        content = varint(len(depends)) + b"".join(depends) + rest
        body = b"\x01" + varint(len(content)) + content
        hashes.append(hashlib.sha256(body).digest())
        chunks += b"\x85\x6f\x4a\x83" + hashes[-1][:4] + body
        heads -= set(depends)
        heads.add(hashes[-1])
    assert data.read() == derive("voorveld 2026 batch check v1", b"".join(hashes))[:4]
    return chunks


def heads_of_whole(chunk):
    """Returns the heads in a document chunk: magic 4, checksum 4, type 0, length, actors, heads."""
    data = io.BytesIO(chunk)
    assert data.read(9)[8] == 0 and read_varint(data) > 0
    for _ in range(read_varint(data)):
        data.read(read_varint(data))
    return {data.read(32) for _ in range(read_varint(data))}


def read_log(log, team, key, dictionary):
    """Returns what a SyncResponse with the whole log holds, and each document as an Automerge file."""
    _, (log_id, head_seq, head_chain), _, devices, entries, more, statuses, *_ = cbor2.loads(log)
    assert not more and head_seq == len(entries)
    tag_key = derive("voorveld 2026 document tag v1", key)
    record_key = derive("voorveld 2026 record key v1", key)
    status_key = derive("voorveld 2026 status key v1", key)
    chain = derive("voorveld 2026 chain start v1", log_id)
    files, heads, records = {}, {}, []
    for seq, (variant, (device, record)) in enumerate(entries, 1):
        assert variant == 0, "own records are asked for with include_own"
        device, (dev_seq, record_kind, tag, epoch, sealed, signature) = devices[device], record
        place = team + device + number(dev_seq, 8) + number(record_kind, 1) + tag + number(epoch, 4)
        record_hash = derive("voorveld 2026 record hash v1", place + blake3(sealed).digest())
        VerifyKey(device).verify(b"voorveld record v1\0" + record_hash, signature)
        chain = derive("voorveld 2026 chain v1", chain + number(seq, 8) + record_hash)

        payload = open_sealed(record_key, place, sealed, dictionary)
        document, (kind, form), body = payload[:16], payload[16:18], payload[18:]
        assert blake3(document, key=tag_key).digest()[:16] == tag
        if form == 2:
            heads[document] = {derive("voorveld 2026 blob v1", body)}
            assert min(heads[document])[:16] == document
        elif form == 1:
            # Sent whole by two devices: both heads are kept, even if one contains the other.
            heads[document] = heads.get(document, set()) | heads_of_whole(body)
            files[document] = files.get(document, b"") + body
        else:
            files[document] += read_changes(io.BytesIO(body), heads[document])
        records.append({"seq": seq, "device": device.hex(), "dev_seq": dev_seq, "kind": kind, "form": form,
                        "document": document.hex(), "sha256": hashlib.sha256(payload).hexdigest()})
    assert chain == head_chain, "the log is not whole"

    digest = 0
    for document, of in heads.items():
        part = derive("voorveld 2026 document digest v1", document + b"".join(sorted(of)))
        digest ^= int.from_bytes(part, "big")
    notes = {}
    for device, (epoch, sealed, _) in statuses:
        associated = team + devices[device] + number(epoch, 4)
        held, name, *_ = cbor2.loads(open_sealed(status_key, associated, sealed, dictionary))
        notes[name] = held.hex()
    return files, {"chain": chain.hex(), "digest": number(digest, 32).hex(), "notes": notes, "records": records,
                   "heads": {id.hex(): sorted(head.hex() for head in of) for id, of in heads.items()}}


if __name__ == "__main__":
    log, team, key, dictionary, folder = sys.argv[1:]
    files, found = read_log(Path(log).read_bytes(), bytes.fromhex(team), bytes.fromhex(key),
                            Path(dictionary).read_bytes())
    for document, file in files.items():
        Path(folder, f"{document.hex()}.automerge").write_bytes(file)
    print(json.dumps(found, indent=2))
