"""Captured evidence of a sign-in, read without trusting it.

Reading
    read_evidence(data, certificates=(), key=None) -> Evidence     raises Unusable(reason)
    signing_certificates(data) -> (certificate, ...)               of a PEM file or an IdP's metadata; NoCertificate
    decryption_key(data) -> key                                    of a PEM file; NoKey

A captured assertion is a credential until it expires. Nothing here writes or logs it, no error quotes it, and no value
here shows it in its representation. What it says is known to whoever holds the `Evidence`, nobody else.
"""
