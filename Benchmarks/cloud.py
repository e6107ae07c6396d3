#!/usr/bin/env python3
"""Measures the AWS side beside boto3, against a fast stand-in: cloud.py SENDBOARD CLOUDBENCH RECIPIENTS

Prints a line of JSON: for launch, worker and drain, and for each of "boto3", "network" (our clients without a store)
and "whole" (the program itself), the processor time of its process in seconds, the time it took as a whole and from its
first request to its last, and how busy the stand-in was meanwhile.
"""
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
CACHE = os.environ["BENCH_CACHE"]
SENDBOARD, CLOUDBENCH, COUNT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
WORKERS, RECEIVERS = 5, 32
DOMAINS = ["example.com", "example.org", "mail.example.net", "corp.example.kr"]
FLOOD = 150_000


def say(text):
    print(text, file=sys.stderr, flush=True)


def boto3():
    """A Python with boto3, in an environment of its own."""
    folder = os.path.join(CACHE, "boto3")
    wanted = open(os.path.join(HERE, "boto3.txt")).read()
    mark = os.path.join(folder, "installed.txt")
    if not os.path.exists(mark) or open(mark).read() != wanted:
        say("installing boto3 …")
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([os.path.join(folder, "bin", "python"), "-m", "pip", "install", "--quiet",
                        "--disable-pip-version-check", "-r", os.path.join(HERE, "boto3.txt")],
                       check=True, stdout=sys.stderr)
        with open(mark, "w") as file:
            file.write(wanted)
    return [os.path.join(folder, "bin", "python"), os.path.join(HERE, "boto3_program.py")]


class Server:
    """The stand-in, new and empty for each run."""

    def __init__(self, *events):
        self.process = subprocess.Popen([CLOUDBENCH, "serve", *events], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.url = self.process.stdout.readline().strip()

    def figures(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def measure(self, command):
        """Runs a program against it."""
        environment = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()} | {
            "AWS_ENDPOINT_URL": self.url, "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG", "AWS_REGION": "eu-west-1",
            "AWS_CONFIG_FILE": os.path.join(CACHE, "none"),
            "AWS_SHARED_CREDENTIALS_FILE": os.path.join(CACHE, "none")}
        before = self.figures()
        started, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        took = time.perf_counter() - started
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}:\n{done.stderr[-4000:]}")
        after = self.figures()
        return {"cpu": now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime, "wall": took,
                "requests": after["requests"] - before["requests"],
                "active": after["active"], "busy": (after["seconds"] - before["seconds"]) / max(after["active"], 1e-3),
                "server": after}


def expect(run, name, count):
    if run["server"][name] != count:
        sys.exit(f"{name}: {run['server'][name]:,} and not {count:,}")


def write_audience(path):
    with open(path, "w") as file:
        file.write("email,name,contract\n")
        for number in range(1, COUNT + 1):
            file.write(f"user{number}@{DOMAINS[number % 4]},Minjun Kim {number},C-2026-{number}\n")


def write_queue(path):
    """The events of the campaign's mails as a queue hands them out; returns how many."""
    recorded = os.path.join(CACHE, f"cloud-{COUNT}.ndjson")
    if not os.path.exists(recorded):
        say(f"writing the events of {COUNT:,} mails …")
        with open(recorded + ".part", "w") as file:
            subprocess.run([sys.executable, os.path.join(HERE, "make_events.py"), str(10 * COUNT), str(COUNT)],
                           stdout=file, check=True)
        os.rename(recorded + ".part", recorded)
    with open(recorded) as events, open(path, "w") as file:
        for count, event in enumerate(events, 1):
            file.write(json.dumps({
                "MessageId": f"5fea7756-0ea4-451a-a703-{count:012}",
                "ReceiptHandle": f"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a/8tMzQk5/{count:0120}==",
                "MD5OfBody": "fafb00f5732ab283681e124bf8747ed1", "Body": event.rstrip("\n"),
                "Attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1777593600000"},
            }, ensure_ascii=False, separators=(",", ":")) + "\n")
    return count


def whole(folder, audience, queue, results):
    """The program itself, with its store."""
    store, config, text = (os.path.join(folder, name) for name in ("store.db", "config.yaml", "body.txt"))
    with open(text, "w") as file:
        file.write("Dear {{name}},\nyour contract {{contract}} is ready.\n")

    def command(server, *arguments):
        with open(config, "w") as file:
            file.write("queue: sqs\nprovider: ses\naws:\n  region: eu-west-1\n  configurationSet: sendboard\n")
            for name, path in ("sendQueue", "send"), ("deadLetterQueue", "dead"), ("eventQueue", "events"):
                file.write(f"  {name}: {server.url}/000000000000/{path}\n")
        return [SENDBOARD, *arguments, "--store", store, "--config", config]

    with Server() as server:
        results["launch"]["whole"] = server.measure(command(
            server, "send", "--name", "May", "--recipients", audience, "--from", "News <news@example.com>",
            "--subject", "Hello {{name}}", "--text", text))
        expect(results["launch"]["whole"], "queued", (COUNT + 49) // 50)
        results["worker"]["whole"] = run = server.measure(
            command(server, "run", "--drain", "--only", "worker", "--concurrency", str(WORKERS)))
        expect(run, "mails", COUNT)
        expect(run, "queueDeleted", (COUNT + 49) // 50)
    name = store_id(store)
    # The recorded events name another store, by a name as long.
    with open(queue, "rb") as recorded, open(queue + ".own", "wb") as file:
        for line in recorded:
            file.write(line.replace(b"benchmrk", name))
    with Server(queue + ".own") as server:
        results["drain"]["whole"] = server.measure(command(server, "run", "--drain", "--only", "ingester"))


def store_id(store):
    base = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    return base.execute("SELECT storeID FROM identity").fetchone()[0].encode()


def flood():
    with Server() as server:
        before = server.figures()
        done = json.loads(subprocess.run([CLOUDBENCH, "flood", server.url, str(FLOOD)], capture_output=True, text=True,
                                         check=True).stdout)
        after = server.figures()
        return {"perSecond": done["requests"] / done["seconds"],
                "perCore": (after["requests"] - before["requests"]) / (after["seconds"] - before["seconds"])}


def main():
    os.makedirs(CACHE, exist_ok=True)
    python = boto3()
    results = {"launch": {}, "worker": {}, "drain": {}, "server": flood()}
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        audience, queue = os.path.join(folder, "audience.csv"), os.path.join(folder, "events.ndjson")
        write_audience(audience)
        results["events"] = events = write_queue(queue)
        for name, program, more in ("boto3", python, [os.path.join(folder, "plain.db")]), ("network", [CLOUDBENCH], []):
            def command(server, part, *arguments):
                return [*program, part, *([server.url] if program == [CLOUDBENCH] else []), *arguments]

            say(f"{name}: launch, worker and drain …")
            with Server() as server:
                results["launch"][name] = server.measure(command(server, "launch", audience))
                results["worker"][name] = server.measure(command(server, "worker", str(WORKERS)))
                expect(results["worker"][name], "mails", COUNT)
                expect(results["worker"][name], "queueDeleted", (COUNT + 49) // 50)
            with Server(queue) as server:
                results["drain"][name] = server.measure(command(server, "drain", str(RECEIVERS), *more))
                expect(results["drain"][name], "eventsDeleted", events)
        say("the whole program: launch, worker and drain …")
        whole(folder, audience, queue, results)
        expect(results["drain"]["whole"], "eventsDeleted", events)
    print(json.dumps(results))


if __name__ == "__main__":
    main()
