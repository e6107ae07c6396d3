#!/usr/bin/env python3
"""The same campaign with boto3: launch FILE.csv | worker LANES | drain LANES FILE.db

What is measured against: one client a service, shared by the threads of a pool, batches of ten to and from SQS, fifty
recipients a call of SES, json of the standard library, events stored a few hundred at a time in one transaction, with
the columns and the key of Sendboard's journal. It has no journal of its own: the recipients travel in the queue's
messages, nothing is claimed before it is sent, and nobody could say after a crash who was sent to.
"""
import csv
import hashlib
import itertools
import json
import os
import queue
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import boto3
from botocore.config import Config

URL = os.environ["AWS_ENDPOINT_URL"]
SEND, EVENTS = f"{URL}/000000000000/send", f"{URL}/000000000000/events"


def client(service, lanes):
    return boto3.client(service, region_name="eu-west-1", config=Config(max_pool_connections=lanes))


def groups(items, size):
    items = iter(items)
    while group := list(itertools.islice(items, size)):
        yield group


def launch(path):
    sqs = client("sqs", 1)
    with open(path, newline="") as file:
        batches = (json.dumps({"campaign": 1, "recipients": rows}) for rows in groups(csv.DictReader(file), 50))
        for bodies in groups(batches, 10):
            answer = sqs.send_message_batch(QueueUrl=SEND, Entries=[
                {"Id": str(index), "MessageBody": body} for index, body in enumerate(bodies)])
            if answer.get("Failed"):
                sys.exit(f"not queued: {answer['Failed']}")


def receive(sqs, url):
    answer = sqs.receive_message(
        QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=1,
        MessageSystemAttributeNames=["ApproximateReceiveCount", "SentTimestamp"])
    return answer.get("Messages", [])


def delete(sqs, url, messages):
    sqs.delete_message_batch(QueueUrl=url, Entries=[
        {"Id": str(index), "ReceiptHandle": message["ReceiptHandle"]} for index, message in enumerate(messages)])


def worker(lanes):
    sqs, ses = client("sqs", lanes), client("sesv2", lanes)

    def send(batch):
        answer = ses.send_bulk_email(
            FromEmailAddress="News <news@example.com>", ConfigurationSetName="sendboard",
            DefaultContent={"Template": {
                "TemplateContent": {
                    "Subject": "Hello {{name}}", "Text": "Dear {{name}},\nyour contract {{contract}} is ready.\n"},
                "TemplateData": "{}"}},
            BulkEmailEntries=[{
                "Destination": {"ToAddresses": [recipient["email"]]},
                "ReplacementTags": [
                    {"Name": "sendboard-store", "Value": "benchmrk"}, {"Name": "sendboard-campaign", "Value": "1"},
                    {"Name": "sendboard-message", "Value": str(index)}, {"Name": "sendboard-attempt", "Value": "1"}],
                "ReplacementEmailContent": {
                    "ReplacementTemplate": {"ReplacementTemplateData": json.dumps(recipient)}},
            } for index, recipient in enumerate(batch["recipients"])])
        if any(result["Status"] != "SUCCESS" for result in answer["BulkEmailEntryResults"]):
            sys.exit("a mail was refused")

    def lane(_):
        while messages := receive(sqs, SEND):
            for message in messages:
                send(json.loads(message["Body"]))
            delete(sqs, SEND, messages)

    with ThreadPoolExecutor(lanes) as pool:
        list(pool.map(lane, range(lanes)))


def number(*parts):
    return int.from_bytes(hashlib.blake2b("\n".join(parts).encode(), digest_size=8).digest(), "big", signed=True)


def milliseconds(stamp):
    return round(datetime.fromisoformat(stamp).timestamp() * 1000)


def row(body):
    event = json.loads(body)
    if event.get("Type") == "Notification":
        event = json.loads(event["Message"])
    kind, mail = event["eventType"], event["mail"]
    facts = event.get({"Rendering Failure": "failure", "DeliveryDelay": "deliveryDelay"}.get(kind, kind.lower()), {})
    tags = mail.get("tags", {})
    message = tags.get("sendboard-message")
    stamp = facts.get("timestamp") or mail["timestamp"]
    reason = None
    for recipient in facts.get("bouncedRecipients", []) + facts.get("delayedRecipients", []):
        reason = recipient.get("diagnosticCode")
    reason = reason or facts.get("smtpResponse") or facts.get("reason") or facts.get("errorMessage")
    detail = {key: facts[key] for key in ("link", "userAgent", "ipAddress") if facts.get(key)}
    return (
        int(message[0]) if message else number(mail["messageId"]), milliseconds(stamp),
        number(kind, stamp, mail["destination"][0], reason or ""), int(tags.get("sendboard-attempt", ["1"])[0]),
        kind, 0, None, reason, json.dumps(detail) if detail else None)


def drain(lanes, path):
    sqs = client("sqs", lanes)
    base = sqlite3.connect(path, isolation_level=None)
    base.executescript("""
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
        CREATE TABLE event (
          message INTEGER NOT NULL, at INTEGER NOT NULL, identity INTEGER NOT NULL, attempt INTEGER NOT NULL,
          type TEXT NOT NULL, source INTEGER NOT NULL, classification INTEGER, reason TEXT, detail TEXT,
          PRIMARY KEY (message, at, identity)
        ) STRICT, WITHOUT ROWID;
        """)

    ready = queue.Queue(maxsize=2 * lanes)

    def lane(_):
        while messages := receive(sqs, EVENTS):
            ready.put((messages, [row(message["Body"]) for message in messages]))
        ready.put(None)

    with ThreadPoolExecutor(lanes) as receivers, ThreadPoolExecutor(lanes) as deleters:
        lanes_left = lanes
        running = [receivers.submit(lane, index) for index in range(lanes)]
        while lanes_left:
            taken = [ready.get()]
            while len(taken) < 32 and not ready.empty():
                taken.append(ready.get())
            lanes_left -= taken.count(None)
            taken = [part for part in taken if part]
            base.execute("BEGIN IMMEDIATE")
            base.executemany(
                "INSERT OR IGNORE INTO event (message, at, identity, attempt, type, source, classification, reason, detail)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [row for _, rows in taken for row in rows])
            base.execute("COMMIT")
            for messages, _ in taken:
                deleters.submit(delete, sqs, EVENTS, messages)
        for lane in running:
            lane.result()


arguments = sys.argv[1:]
if arguments[0] == "launch":
    launch(arguments[1])
elif arguments[0] == "worker":
    worker(int(arguments[1]))
elif arguments[0] == "drain":
    drain(int(arguments[1]), arguments[2])
