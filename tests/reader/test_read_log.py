"""Reads the golden files of SEALED.md, section 11, without the app. Leaves the log's documents in
target/tmp/log for tests/automerge-js, where the official Automerge opens them.
"""
import json
import unittest
from pathlib import Path

import cbor2
from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
from nacl.exceptions import BadSignatureError

from read_log import derive, open_sealed, read_log

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "app/core/tests/data/sealed"
CRYPTO = ROOT / "app/core/src/crypto"
DICTIONARY = (CRYPTO / "dictionary-1.bin").read_bytes()


def golden(name):
    file = (GOLDEN / name).read_bytes()
    return json.loads(file) if name.endswith(".json") else file


def argon2id(secret, salt, kib, passes, lanes):
    return hash_secret_raw(secret, salt, passes, kib, lanes, 32, Type.ID)


class Golden(unittest.TestCase):
    def test_the_log_is_read_from_the_documents_alone(self):
        team = golden("team.json")
        files, found = read_log(golden("log.cbor"), bytes.fromhex(team["team"]),
                                bytes.fromhex(team["key"]), DICTIONARY)
        for part in ("chain", "digest", "records", "heads"):
            self.assertEqual(found[part], team[part], part)
        self.assertEqual(set(found["notes"].values()), {team["digest"]})
        words = (CRYPTO / "words.txt").read_text().split()
        bits = int(team["digest"][:10], 16)
        spoken = [words[bits >> shift & 1023] for shift in (30, 20, 10, 0)]
        self.assertEqual(spoken, team["words"])
        folder = ROOT / "target/tmp/log"
        folder.mkdir(parents=True, exist_ok=True)
        for document, file in files.items():
            (folder / f"{document.hex()}.automerge").write_bytes(file)

    def test_one_changed_bit_in_any_record_is_noticed(self):
        team = golden("team.json")
        for place in range(len(team["records"])):
            log = cbor2.loads(golden("log.cbor"))
            sealed = log[4][place][1][1][4]
            at = place * 31 % len(sealed)
            log[4][place][1][1][4] = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
            with self.subTest(record=place + 1), self.assertRaises(BadSignatureError):
                read_log(cbor2.dumps(log), bytes.fromhex(team["team"]), bytes.fromhex(team["key"]), DICTIONARY)

    def test_the_invitation_opens_with_its_five_words(self):
        about = golden("invitation.json")
        team, _, sealed = cbor2.loads(golden("invitation.cbor"))
        secret = argon2id("-".join(about["words"]).encode(), b"voorveld 2026 pairing v1", 65536, 3, 1)
        mailbox = derive("voorveld 2026 mailbox v1", secret)[:16]
        self.assertEqual(mailbox.hex(), about["mailbox"])
        key = derive("voorveld 2026 invitation key v1", secret)
        letter = cbor2.loads(open_sealed(key, mailbox, sealed, DICTIONARY))
        expected = [1, team, about["team_name"], bytes.fromhex(about["key"]), 1, about["inviter"]]
        self.assertEqual(letter, expected)

    def test_the_vault_gives_the_database_key_for_its_code(self):
        about = golden("vault.json")
        version, contents, sum = cbor2.loads(golden("vault.cbor"))
        self.assertEqual(derive("voorveld 2026 vault sum v1", bytes([version]) + contents)[:8], sum)
        cost, salt, master, databases, notes = cbor2.loads(contents)

        def unwrap(key, place, wrapped):
            return decrypt(wrapped[24:], place, wrapped[:24], key)

        master = unwrap(argon2id(about["code"].encode(), salt, *cost), b"voorveld vault master v1", master)
        keys = {id.hex(): unwrap(master, id, wrapped).hex() for id, wrapped in databases}
        self.assertEqual(keys, {about["database"]: about["key"]})
        notes = unwrap(master, b"voorveld vault notes v1", notes)
        self.assertEqual(len(notes) % 512, 0)
        last, _ = cbor2.loads(notes[4 : 4 + int.from_bytes(notes[:4], "big")])
        self.assertEqual(last.hex(), about["database"])


if __name__ == "__main__":
    unittest.main()
