#!/usr/bin/env python3
"""Runs the parts of the benchmark and prints their figures as one table; see `run`."""
import glob
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.environ["SENDBOARD"]
CACHE = os.environ["BENCH_CACHE"]
WIDTH = 46


def say(text):
    print(text, file=sys.stderr, flush=True)


def row(name, value, target=""):
    print(f"  {name:<{WIDTH}} {value:>16}   {target}".rstrip(), flush=True)


def helper(name):
    return [sys.executable, os.path.join(HERE, name)]


def machine():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    memory = int(open("/proc/meminfo").readline().split()[1]) / 1048576
    print(f"Sendboard benchmark, {time.strftime('%Y-%m-%d')}: {os.cpu_count()} × {model}, {memory:.0f} GB;"
          f" load {os.getloadavg()[0]:.1f} at the start")


def campaign(count):
    say(f"a campaign of {count:,} recipients …")
    done = subprocess.run([BINARY, "demo", "--headless", "--recipients", str(count), "--figures"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    figures = {}
    for line in done.stderr.splitlines():
        name, _, value = line.partition("  ")
        figures[name.strip()] = value.strip()
    # "store bytes/message" and "peak memory" stand beside their values with one blank or more.
    for name in "store bytes/message", "journal events/s", "peak memory":
        figures |= {name: line[len(name):].strip() for line in done.stderr.splitlines() if line.startswith(name)}
    print(f"\nCampaign of {count:,} recipients, headless, simulator without latency")
    row("launch to all settled", figures["seconds"] + " s", "< 480 s for 1,000,000")
    row("messages a second", figures["messages/s"], "direction: 10,000")
    row("journal events a second", figures["journal events/s"])
    row("bytes of store a message", figures["store bytes/message"])
    row("peak memory", f"{int(figures['peak memory'].split()[0]) / 1024:.0f} MB", "< 300 MB")


def ingest(count):
    events = os.path.join(CACHE, f"events-{count}.ndjson")
    if not os.path.exists(events):
        say(f"writing {count:,} recorded events …")
        with open(events + ".part", "w") as file:
            subprocess.run(helper("make_events.py") + [str(count)], stdout=file, check=True)
        os.rename(events + ".part", events)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        say(f"ingesting {count:,} events …")
        store = os.path.join(folder, "ingest.db")
        started = time.perf_counter()
        done = subprocess.run([BINARY, "ingest", events, "--json", "--store", store], capture_output=True, text=True)
        took = time.perf_counter() - started
        if done.returncode != 0:
            sys.exit(done.stderr)
        stored = json.loads(done.stdout)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        say("inserting the same rows with plain SQLite …")
        plain = int(subprocess.run(
            helper("plain_inserts.py") + [store, folder], capture_output=True, text=True, check=True).stdout)
    print(f"\nIngest of {count:,} recorded events ({os.path.getsize(events) / 1e6:,.0f} MB of NDJSON)")
    row("events a second", f"{stored['read'] / took:,.0f}", f"stored {stored['stored']:,}, quarantined {stored['quarantined']}")
    row("megabytes of JSON a second", f"{os.path.getsize(events) / took / 1e6:,.0f}")
    row("the same rows, plain SQLite insert loop", f"{plain:,}", "rows a second; no parsing, no read models")


def dashboard(count):
    store = os.path.join(CACHE, f"messages-{count}.db")
    if not os.path.exists(store):
        say(f"filling a store with {count:,} messages …")
        for left in glob.glob(store + ".part*") + glob.glob(store[:-3] + "-queues*"):
            os.remove(left)
        part = os.path.join(CACHE, "part.db")
        for left in glob.glob(os.path.join(CACHE, "part*")):
            os.remove(left)
        subprocess.run(helper("fill_store.py") + [BINARY, part, str(count)], check=True)
        shutil.move(part, store)
    say("driving the dashboard …")
    done = subprocess.run(helper("screen.py") + [BINARY, store], stdout=subprocess.PIPE, text=True, check=True)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    targets = {
        "first frame, ms": "< 100", "key to frame, median ms": "< 1", "key to frame, 99th percentile ms": "< 5",
        "idle, % of a core": "< 0.3", "memory, MB": "< 60", "peak memory, MB": "< 100"}
    for name in results[0]:
        if name.startswith("find:"):
            targets[name] = "< 1,500" if "all" in name else "< 100"
    print(f"\nDashboard over {count:,} messages ({os.path.getsize(store) / 1e9:.1f} GB)"
          f"{'':>4}" + "".join(f"{result['size']:>12}" for result in results))
    for name in results[0]:
        if name != "size":
            values = "".join(f"{result[name]:>12.2f}" if isinstance(result[name], float) else f"{result[name]:>12}"
                             for result in results)
            print(f"  {name:<{WIDTH}}{values}   {targets.get(name, '')}".rstrip())


def cloud(count):
    say(f"a campaign of {count:,} recipients over SQS and SES …")
    done = subprocess.run(helper("cloud.py") + [BINARY, os.environ["CLOUDBENCH"], str(count)],
                          stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(done.returncode)
    results = json.loads(done.stdout)
    server, events = results["server"], results["events"]
    sides = ("boto3", "network", "whole")
    print(f"\nSQS and SES, {count:,} recipients and {events:,} events, beside boto3; stand-in on loopback")
    print(f"  {'processor seconds per 100,000 recipients':<{WIDTH}}" + "".join(
        f"{name:>12}" for name in ("boto3", "clients", "sendboard")) + "   direction: a tenth of boto3")

    def line(name, part, figure, text, note=""):
        values = "".join(f"{text.format(figure(results[part][side])):>12}" for side in sides)
        print(f"  {name:<{WIDTH}}{values}   {note}".rstrip())

    for part, name in ("launch", "launch"), ("worker", "worker, 5 at once"), ("drain", "event drain, 32 at once"):
        runs = results[part]
        line(name, part, lambda run: run["cpu"] * 100_000 / count, "{:.2f}",
             f"1/{runs['boto3']['cpu'] / runs['network']['cpu']:.0f}, 1/{runs['boto3']['cpu'] / runs['whole']['cpu']:.1f}")
    for part, what, many in ("worker", "recipients", count), ("drain", "events", events):
        line(f"{part}: {what} a second", part, lambda run: many / run["active"], "{:,.0f}")
        line(f"{part}: requests", part, lambda run: run["requests"], "{:,}")
        line(f"{part}: the stand-in was busy", part, lambda run: 100 * run["busy"], "{:.0f} %")
    row("the stand-in: requests a second", f"{server['perSecond']:,.0f}",
        f"{server['perCore']:,.0f} a second of its processor time")
    print("  clients: SQSClient, SESClient and the event parser without a store, as the boto3 program works;")
    print("  sendboard: the program itself, with audience, journal, claims, read models and pacing.")


def texts(count):
    say(f"campaigns of {count:,} texts …")
    done = subprocess.run(helper("texts.py") + [BINARY, os.environ["CLOUDBENCH"], str(count)],
                          stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(done.returncode)
    results = json.loads(done.stdout)
    print(f"\nTexts, {count:,} recipients, 5 calls at once; stand-in on loopback")
    print(f"  {'':<{WIDTH}}" + "".join(f"{name:>16}" for name in ("Python", "sendboard")))
    for kind, name in ("gateway", "a gateway, 1,000 a call"), ("aws", "SendTextMessage, 1 a call"):
        runs = results[kind]
        for what, text, figure in (
                ("recipients a second", "{:,.0f}", lambda run: count / run["active"]),
                ("processor seconds per 100,000", "{:.2f}", lambda run: run["cpu"] * 100_000 / count),
                ("requests", "{:,}", lambda run: run["requests"]),
                ("the stand-in was busy", "{:.0f} %", lambda run: 100 * run["busy"])):
            values = "".join(f"{text.format(figure(runs[side])):>16}" for side in ("python", "whole"))
            print(f"  {name + ': ' + what:<{WIDTH + 8}}{values}")
    print("  Python: requests for the gateway, boto3 for AWS; it keeps no journal and claims nothing.")


machine()
wanted = os.environ["BENCH_ONLY"].split()
if "campaign" in wanted:
    campaign(int(os.environ["BENCH_RECIPIENTS"]))
if "ingest" in wanted:
    ingest(int(os.environ["BENCH_EVENTS"]))
if "dashboard" in wanted:
    dashboard(int(os.environ["BENCH_MESSAGES"]))
if "cloud" in wanted:
    cloud(int(os.environ["BENCH_CLOUD"]))
if "texts" in wanted:
    texts(int(os.environ["BENCH_TEXTS"]))
