#!/usr/bin/env python3
"""Fills a store with finished campaigns and foreign mail: fill_store.py SENDBOARD STORE MESSAGES

The binary makes the store, so that its schema is the real one; rows are then inserted in bulk with SQL, the indexes
of `message` being dropped before and made again after. Everything is consistent but two things the dashboard never
looks at: provider keys and the identities of the provider's events are made-up numbers.
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

# name, code in the store, per 100,000 messages, classification, events after claimed/Send/accepted
STATUSES = [
    ("delivered", 7, 55_000, None, ["Delivery"]),
    ("opened", 8, 28_000, None, ["Delivery", "Open"]),
    ("clicked", 9, 8_600, None, ["Delivery", "Open", "Click"]),
    ("accepted", 5, 2_600, None, []),
    ("delayed", 6, 400, 1, ["DeliveryDelay"]),
    ("softBounced", 10, 1_500, 2, ["Bounce"]),
    ("softBounced", 10, 900, 3, ["Bounce"]),
    ("hardBounced", 14, 1_300, 4, ["Bounce"]),
    ("hardBounced", 14, 500, 5, ["Bounce"]),
    ("suppressed", 13, 700, 6, ["Bounce"]),
    ("complained", 15, 100, 7, ["Delivery", "Open", "Complaint"]),
    ("renderFailed", 11, 90, 8, ["Rendering Failure"]),
    ("rejected", 12, 10, 9, ["Reject"]),
    ("refused", 4, 290, 10, ["refused"]),
    ("uncertain", 3, 10, None, ["uncertain"]),
]
CLASSIFICATIONS = [
    (1, "delay", "MailboxFull", "", "4.2.2", "452 4.2.2 The email account is over quota"),
    (2, "soft", "Transient", "MailboxFull", "4.2.2", "452 4.2.2 mailbox full, 사서함이 가득 찼습니다"),
    (3, "soft", "Transient", "General", "4.4.7", "550 4.4.7 Message expired: unable to deliver in 840 minutes"),
    (4, "hard", "Permanent", "NoEmail", "5.1.1", "550 5.1.1 The email account that you tried to reach does not exist"),
    (5, "hard", "Permanent", "General", "5.7.1", "554 5.7.1 rejected for policy reasons"),
    (6, "suppressed", "Permanent", "OnAccountSuppressionList", "", "on the account's suppression list"),
    (7, "complaint", "Complaint", "abuse", "", None),
    (8, "rendering", "Rendering Failure", "", "", "Attribute 'contract' is not present in the rendering data."),
    (9, "rejected", "Reject", "", "", "Bad content"),
    (10, "refused", "unverifiedSender", "", "", "MailFromDomainNotVerified"),
]
# type, source, seconds after the planning
EVENTS = {
    "claimed": (1, 2_000), "Send": (0, 2_040), "accepted": (1, 2_100), "refused": (1, 2_110), "uncertain": (1, 90_000),
    "Delivery": (0, 4_000), "DeliveryDelay": (0, 64_000), "Bounce": (0, 5_000), "Rendering Failure": (0, 5_100),
    "Reject": (0, 5_200), "Open": (0, 600_000), "Click": (0, 640_000), "Complaint": (0, 90_000_000),
}
# what is counted by day, as the store numbers it; of events of a type and, where that matters, a classification's kind
FACTS = [
    (0, "accepted", None), (1, "Send", None), (2, "Delivery", None), (3, "Bounce", "soft"), (3, "Bounce", "hard"),
    (4, "Bounce", "hard"), (5, "Complaint", "complaint"), (6, "Bounce", "suppressed"),
]
OWN_IDENTITY = {"claimed": 3090649460349174919, "accepted": -5901876180431062837}
FAMILIES = ["kim", "lee", "park", "choi", "jung", "kang", "cho", "yoon", "jang", "lim", "han", "shin", "seo", "kwon"]
GIVEN = ["minjun", "seoyeon", "jihoon", "haeun", "doyun", "subin", "yejun", "jiwoo", "hyunwoo", "eunji", "minseo"]
KOREAN = ["김민준", "이서연", "박지훈", "최하은", "정도윤", "강수빈", "조예준", "윤지우", "장현우", "임은지", "Robin Choi"]
DOMAINS = ["example.com", "example.org", "mail.example.net", "corp.example.kr", "한국.example.kr"]
NAMES = ["5월 뉴스레터", "계약서 서명 요청", "요금 안내 Billing", "점검 공지", "Welcome 환영합니다", "설문 조사", "추석 이벤트 🎁"]
SUBJECTS = ["{{name}}님, 계약서 {{contract}} 서명을 부탁드립니다", "[공지] 서비스 점검 안내", "{{name}}, your May invoice"]
FOREIGN = ["비밀번호 재설정 안내", "Your sign-in code", "주문이 접수되었습니다", "[서명 완료] 계약서가 완료되었습니다"]
BATCH = 50
START = 1_735_689_600_000
SPAN = 40_000_000_000


def sizes(messages):
    """Splits messages into campaigns, the last being the largest but one, and foreign mail between them."""
    shares = [200, 1, 20, 5, 10, 2, 60, 1, 100, 40, 3, 8] * 5
    planned = messages * 9 // 10
    campaigns = [max(1, planned * share // sum(shares)) for share in shares]
    campaigns[-1] += planned - sum(campaigns)
    foreign = (messages - sum(campaigns)) // len(shares)
    return [(size, foreign) for size in campaigns[:-1]] + [
        (campaigns[-1], messages - sum(campaigns) - foreign * (len(shares) - 1))]


def make_empty(binary, store, folder):
    """Has the binary make the store, by ingesting nothing."""
    empty = os.path.join(folder, "empty")
    open(empty, "w").close()
    subprocess.run([binary, "ingest", empty, "--store", store], check=True, stdout=subprocess.DEVNULL)


def pick(table, expression):
    return "(SELECT text FROM temp.%s WHERE n = (%s) %% (SELECT count(*) FROM temp.%s))" % (table, expression, table)


def prepare(db):
    db.executescript("CREATE TEMP TABLE draw (low INTEGER PRIMARY KEY, status INTEGER, classification INTEGER);"
                     "CREATE TEMP TABLE course (status, classification, type, source, after, reason);")
    low = 0
    reasons = {row[0]: row[5] for row in CLASSIFICATIONS}
    for _, code, share, classification, types in STATUSES:
        db.execute("INSERT INTO temp.draw (low, status, classification) VALUES (?, ?, ?)", (low, code, classification))
        low += share
        before = ["claimed"] if code in (3, 4) else ["claimed", "Send", "accepted"]
        for kind in sorted(before + types, key=lambda kind: EVENTS[kind][1]):
            last = kind == types[-1] if types else False
            db.execute("INSERT INTO temp.course (status, classification, type, source, after, reason)"
                       " VALUES (?, ?, ?, ?, ?, ?)", (
                code, classification or 0, kind, *EVENTS[kind],
                "250 2.0.0 OK" if kind == "Delivery" else reasons.get(classification) if last else None))
    assert low == 100_000, low
    db.execute("CREATE INDEX temp.course_key ON course (status, classification)")
    for table, texts in ("family", FAMILIES), ("given", GIVEN), ("korean", KOREAN), ("domain", DOMAINS), ("foreign_", FOREIGN):
        db.execute(f"CREATE TEMP TABLE {table} (n INTEGER PRIMARY KEY, text TEXT)")
        db.executemany(f"INSERT INTO temp.{table} (n, text) VALUES (?, ?)", enumerate(texts))
    db.executemany("INSERT INTO classification (id, kind, cause, subtype, smtpStatus) VALUES (?, ?, ?, ?, ?)",
                   [row[:5] for row in CLASSIFICATIONS])


def insert_messages(db, campaign, first, count, first_batch, at):
    """Inserts messages first ..< first + count; the draws follow from the ids."""
    random = "(((i * 2654435761) % 4294967296) >> 4)"
    batch = f"{first_batch} + (i - {first}) / {BATCH}" if campaign else "NULL"
    subject = "NULL" if campaign else pick("foreign_", random)
    db.execute(f"""
        WITH RECURSIVE ids (i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM ids WHERE i + 1 < {first + count})
        INSERT INTO message (id, campaign, batch, address, subject, status, attempt, tries, classification, providerID,
          providerKey, leaseUntil, updatedAt)
        SELECT i, {campaign or 'NULL'}, {batch},
          {pick('family', random + ' / 7')} || '.' || {pick('given', random + ' / 101')} || '.' || i || '@' ||
            {pick('domain', random + ' / 1009')},
          {subject}, d.status, 1, 1, d.classification,
          CASE WHEN d.status IN (3, 4) THEN NULL ELSE printf('0100019%08x-%08x-0000', {random}, i) END,
          CASE WHEN d.status IN (3, 4) THEN NULL ELSE ({random} << 32) | i END,
          {at} + 2000, {at} + 4000 + {random} % 3600000
        FROM ids JOIN temp.draw d
          ON d.low = (SELECT max(low) FROM temp.draw WHERE low <= ({random} / 13) % 100000)""")
    own = " ".join(f"WHEN '{kind}' THEN {identity}" for kind, identity in OWN_IDENTITY.items())
    db.execute(f"""
        INSERT INTO event (message, at, identity, attempt, type, source, classification, reason, detail)
        SELECT m.id, {at} + c.after + m.id % 997, CASE c.type {own} ELSE m.id * 40503 + c.after END, 1, c.type, c.source,
          CASE WHEN c.type = 'Complaint' OR (c.reason IS NOT NULL AND c.type <> 'Delivery') THEN m.classification END,
          c.reason, NULL
        FROM message m CROSS JOIN temp.course c
        WHERE c.status = m.status AND c.classification = coalesce(m.classification, 0)
          AND m.id BETWEEN {first} AND {first + count - 1}""")
    if campaign:
        db.execute(f"""INSERT INTO recipient (message, data) SELECT id, {pick('korean', 'id')} || char(31) || 'C-2026-' || id
            FROM message WHERE id BETWEEN {first} AND {first + count - 1}""")


def fill(db, messages):
    prepare(db)
    message, batch = 1, 1
    plan = sizes(messages)
    for index, (size, foreign) in enumerate(plan):
        at = START + SPAN * index // len(plan)
        number = index + 1
        batches = (size + BATCH - 1) // BATCH
        db.execute("INSERT INTO campaign (id, name, channel, state, operator, createdAt, audience, sender, subject, text,"
                   " columns, batchSize, recipients, done, firstMessage, lastMessage, touchedAt)"
                   " VALUES (?, ?, 'email', 'finished', 'kim', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   (number, f"{NAMES[index % len(NAMES)]} {number}", at, f"list-{number}.csv", "알림 <news@example.com>",
                    SUBJECTS[index % len(SUBJECTS)], "{{name}}님", "name\x1fcontract", BATCH, size, batches, message,
                    message + size - 1, at + 4_000_000))
        db.executemany("INSERT INTO batch (id, campaign, size, state, outboxUntil, receiveCount, error, updatedAt)"
                       " VALUES (?, ?, ?, 2, 0, 1, NULL, ?)", (
            (batch + n, number, min(BATCH, size - n * BATCH), at + 4000) for n in range(batches)))
        insert_messages(db, number, message, size, batch, at)
        db.execute("INSERT INTO history (at, operator, action, campaign, condition, count, result)"
                   " VALUES (?, 'kim', 'send', ?, ?, ?, 'launched')", (at, number, f"list-{number}.csv", size))
        message, batch = message + size, batch + batches
        if foreign:
            insert_messages(db, None, message, foreign, 0, at)
            message += foreign
        db.commit()
        if sys.stderr.isatty():
            print(f"\r{message - 1:,} messages", end="", file=sys.stderr, flush=True)
    db.execute("INSERT INTO statusCount (campaign, status, n)"
               " SELECT coalesce(campaign, 0), status, count(*) FROM message GROUP BY 1, 2")
    db.execute("INSERT INTO failureCount (campaign, classification, n)"
               " SELECT coalesce(campaign, 0), classification, count(*) FROM message"
               " WHERE classification IS NOT NULL GROUP BY 1, 2")
    db.execute("CREATE TEMP TABLE fact (fact INTEGER, type TEXT, kind TEXT)")
    db.executemany("INSERT INTO temp.fact (fact, type, kind) VALUES (?, ?, ?)", FACTS)
    db.execute("INSERT INTO dayCount (day, fact, n)"
               " SELECT e.at / 86400000, f.fact, count(*) FROM event e JOIN temp.fact f ON f.type = e.type"
               " LEFT JOIN classification c ON c.id = e.classification WHERE f.kind IS NULL OR f.kind = c.kind GROUP BY 1, 2")
    db.commit()


def main():
    binary, store, messages = sys.argv[1], sys.argv[2], int(sys.argv[3])
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        make_empty(binary, store, folder)
    db = sqlite3.connect(store)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;")
    indexes = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'message'").fetchall()
    for name, _ in indexes:
        db.execute(f"DROP INDEX {name}")
    fill(db, messages)
    for name, sql in indexes:
        db.execute(sql)
    db.commit()
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    print(f"filled {store} with {messages:,} messages in {time.monotonic() - started:.0f} s", file=sys.stderr)


main()
