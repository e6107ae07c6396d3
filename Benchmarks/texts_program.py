#!/usr/bin/env python3
"""What a Python program for texts would be: texts_program.py gateway|aws FILE.csv URL LANES

It reads the file, fills the texts in and sends them, so many calls at once, with requests or boto3. It keeps nothing: no
journal, no queue, nothing is claimed before it is sent, and nobody could say after a crash who was sent to.
"""
import csv
import hashlib
import hmac
import itertools
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

KIND, FILE, URL, LANES = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])


def text(row):
    return f"{row['name']}님, 계약서 {row['contract']}가 준비되었습니다.\n"


def groups(items, size):
    while group := list(itertools.islice(items, size)):
        yield group


def by_gateway(rows):
    import requests

    session = requests.Session()
    session.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=LANES))

    def send(group):
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        salt = uuid.uuid4().hex
        signature = hmac.new(b"secret", (now + salt).encode(), hashlib.sha256).hexdigest()
        answer = session.post(
            URL + "/messages/v4/send-many/detail",
            headers={"Authorization": f"HMAC-SHA256 apiKey=key, date={now}, salt={salt}, signature={signature}"},
            json={"allowDuplicates": True, "showMessageList": True, "messages": [
                {"to": "0" + row["phone"][3:], "from": "0212345678", "type": "SMS", "text": text(row),
                 "customFields": {"ref": f"benchmrk.1.{index}.1"}} for index, row in group]})
        answer.raise_for_status()
        taken = {entry["customFields"]["ref"]: entry["messageId"] for entry in answer.json()["messageList"]}
        if len(taken) != len(group):
            sys.exit("not all were taken")

    with ThreadPoolExecutor(LANES) as pool:
        for _ in pool.map(send, groups(enumerate(rows), 1000)):
            pass


def by_aws(rows):
    import boto3
    from botocore.config import Config

    client = boto3.client("pinpoint-sms-voice-v2", region_name="eu-west-1", config=Config(max_pool_connections=LANES))

    def send(group):
        for index, row in group:
            answer = client.send_text_message(
                DestinationPhoneNumber=row["phone"], OriginationIdentity="+12065550100", MessageBody=text(row),
                MessageType="TRANSACTIONAL", ConfigurationSetName="sendboard", Context={
                    "sendboard-store": "benchmrk", "sendboard-campaign": "1", "sendboard-message": str(index),
                    "sendboard-attempt": "1"})
            if not answer["MessageId"]:
                sys.exit("not taken")

    with ThreadPoolExecutor(LANES) as pool:
        for _ in pool.map(send, groups(enumerate(rows), 100)):
            pass


with open(FILE, newline="") as file:
    (by_gateway if KIND == "gateway" else by_aws)(csv.DictReader(file))
