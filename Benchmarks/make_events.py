#!/usr/bin/env python3
"""Writes recorded SES events as NDJSON, the same every time: make_events.py COUNT [MAILS] > events.ndjson

It ends after so many events, or after the events of so many mails.

The shapes are those SES documents and sends: three in five bare (raw delivery), the others in an SNS envelope; most
carry a store's tags, every fourth mail was sent by another program. Nearly all are Send, Delivery, Open and Click;
1 in 60 is a bounce, a delay, a complaint, a reject or a rendering failure.
"""
import json
import random
import sys

DOMAINS = ["example.com", "example.org", "mail.example.net", "corp.example.kr"]
SUBJECTS = ["김민준님, 계약서 C-2026-1 서명을 부탁드립니다", "Your May invoice", "[공지] 서비스 점검 안내", "비밀번호 재설정 안내"]
BOUNCES = [
    ("Permanent", "NoEmail", "5.1.1", "smtp; 550 5.1.1 The email account that you tried to reach does not exist"),
    ("Permanent", "General", "5.7.1", "smtp; 554 5.7.1 rejected for policy reasons"),
    ("Transient", "MailboxFull", "4.2.2", "smtp; 452 4.2.2 The email account is over quota"),
    ("Transient", "General", "4.4.7", "smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes"),
]
AGENT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"


def stamp(at):
    """ISO 8601 of milliseconds after 2026-05-01."""
    day, rest = divmod(at, 86_400_000)
    hour, rest = divmod(rest, 3_600_000)
    minute, rest = divmod(rest, 60_000)
    return f"2026-05-{1 + day % 28:02}T{hour:02}:{minute:02}:{rest // 1000:02}.{rest % 1000:03}Z"


def mail(draw, number, at, store):
    address = f"user{number}@{DOMAINS[number % len(DOMAINS)]}"
    name = f"0100019a{number:08x}-{draw.getrandbits(32):08x}-{draw.getrandbits(16):04x}-{draw.getrandbits(48):012x}-000000"
    subject = SUBJECTS[number % len(SUBJECTS)]
    tags = {
        "ses:operation": ["SendBulkEmail"], "ses:configuration-set": ["sendboard"],
        "ses:source-ip": ["192.0.2.10"], "ses:from-domain": ["example.com"], "ses:caller-identity": ["mailer"]}
    if number % 4:
        tags |= {"sendboard-store": [store], "sendboard-campaign": ["1"], "sendboard-message": [str(number)],
                 "sendboard-attempt": ["1"]}
    source = "Sendboard <news@example.com>"
    return address, {
        "timestamp": stamp(at), "source": source, "sourceArn": "arn:aws:ses:ap-northeast-2:123456789012:identity/example.com",
        "sendingAccountId": "123456789012", "messageId": name, "destination": [address], "headersTruncated": False,
        "headers": [
            {"name": "From", "value": source}, {"name": "To", "value": address}, {"name": "Subject", "value": subject},
            {"name": "MIME-Version", "value": "1.0"}, {"name": "Content-Type", "value": "text/plain; charset=UTF-8"}],
        "commonHeaders": {"from": [source], "to": [address], "messageId": name, "subject": subject}, "tags": tags}


def course(draw, address, at):
    """What happens to a mail: type and object, in order."""
    yield "Send", {}
    luck = draw.random()
    later = at + draw.randrange(800, 9_000)
    if luck < 0.003:
        yield "DeliveryDelay", {"deliveryDelay": {
            "timestamp": stamp(later), "delayType": "MailboxFull", "expirationTime": stamp(later + 50_400_000),
            "delayedRecipients": [{"emailAddress": address, "status": "4.2.2", "diagnosticCode": BOUNCES[2][3]}]}}
    elif luck < 0.036:
        kind, subtype, status, words = BOUNCES[draw.randrange(len(BOUNCES))]
        yield "Bounce", {"bounce": {
            "feedbackId": f"0100019a-{draw.getrandbits(64):016x}-000000", "bounceType": kind, "bounceSubType": subtype,
            "bouncedRecipients": [{
                "emailAddress": address, "action": "failed", "status": status, "diagnosticCode": words}],
            "timestamp": stamp(later), "reportingMTA": "dsn; a8-50.smtp-out.amazonses.com"}}
        return
    elif luck < 0.0365:
        yield "Reject", {"reject": {"reason": "Bad content"}}
        return
    elif luck < 0.0375:
        yield "Rendering Failure", {"failure": {
            "templateName": "contract", "errorMessage": "Attribute 'contract' is not present in the rendering data."}}
        return
    yield "Delivery", {"delivery": {
        "timestamp": stamp(later), "processingTimeMillis": later - at, "recipients": [address],
        "smtpResponse": "250 2.6.0 Message received", "remoteMtaIp": "127.0.2.0",
        "reportingMTA": "a8-53.smtp-out.amazonses.com"}}
    if luck < 0.0385:
        yield "Complaint", {"complaint": {
            "feedbackId": f"0100019a-{draw.getrandbits(64):016x}-000001", "complaintSubType": None,
            "complainedRecipients": [{"emailAddress": address}], "timestamp": stamp(later + 60_000),
            "userAgent": "Amazon SES Mailbox Simulator", "complaintFeedbackType": "abuse"}}
    elif luck < 0.4:
        yield "Open", {"open": {"timestamp": stamp(later + 90_000), "userAgent": AGENT, "ipAddress": "192.0.2.77"}}
        if luck < 0.12:
            yield "Click", {"click": {
                "timestamp": stamp(later + 95_000), "userAgent": AGENT, "ipAddress": "192.0.2.77",
                "link": "https://example.com/contracts/1", "linkTags": None}}


def main():
    count, store = int(sys.argv[1]), "benchmrk"
    mails = int(sys.argv[2]) if len(sys.argv) > 2 else count
    draw = random.Random(2026)
    written = number = 0
    while written < count and number < mails:
        number += 1
        at = number * 37
        address, envelope = mail(draw, number, at, store)
        for kind, facts in course(draw, address, at):
            name = {"Send": "send"}.get(kind)
            event = {"eventType": kind, "mail": envelope} | ({name: {}} if name else facts)
            text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
            if number % 5 > 2:
                text = json.dumps({
                    "Type": "Notification", "MessageId": f"{draw.getrandbits(128):032x}",
                    "TopicArn": "arn:aws:sns:ap-northeast-2:123456789012:sendboard-events",
                    "Subject": "Amazon SES Email Event Notification", "Message": text, "Timestamp": stamp(at)},
                    ensure_ascii=False, separators=(",", ":"))
            sys.stdout.write(text + "\n")
            written += 1
            if written == count:
                return


main()
