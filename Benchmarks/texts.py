#!/usr/bin/env python3
"""Measures texts beside Python, against a fast stand-in: texts.py SENDBOARD CLOUDBENCH RECIPIENTS

Prints a line of JSON: for "gateway" (1,000 recipients a call, to what plays Solapi, beside requests) and for "aws"
(SendTextMessage, one a call, beside boto3), and for each of "python" and "whole" (the program itself, with its store and its
queue), the processor time of its process in seconds, the time from its first request to its last, and its requests.
"""
import json
import os
import sys
import tempfile

from cloud import CLOUDBENCH, COUNT, HERE, SENDBOARD, WORKERS, Server, boto3, expect, say

BODY = "{{name}}님, 계약서 {{contract}}가 준비되었습니다.\n"
PRESET = os.path.join(HERE, "..", "gateways", "solapi.yaml")


def write_audience(path, prefix, first, name):
    with open(path, "w") as file:
        file.write("phone,name,contract\n")
        for number in range(COUNT):
            file.write(f"{prefix}{first + number},{name},C-{number}\n")


def whole(folder, kind, audience):
    place = os.path.join(folder, kind)
    os.makedirs(os.path.join(place, "home", ".config", "sendboard", "gateways"))
    store, config, text = (os.path.join(place, name) for name in ("store.db", "config.yaml", "body.txt"))
    with open(text, "w") as file:
        file.write(BODY)
    with Server() as server:
        with open(PRESET) as preset, open(
                os.path.join(place, "home", ".config", "sendboard", "gateways", "solapi.yaml"), "w") as file:
            file.write(preset.read().replace("https://api.solapi.com", server.url))
        with open(config, "w") as file:
            file.write(f"providers: {{email: none, sms: {'solapi' if kind == 'gateway' else 'aws'}}}\n")
            file.write(f"aws:\n  region: eu-west-1\n  textConfigurationSet: sendboard\n  eventQueue: {server.url}/0/events\n")
        os.environ |= {"HOME": os.path.join(place, "home"), "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": os.path.join(place, "c"),
                       "SENDBOARD_GATEWAY_SOLAPI_API_KEY": "key", "SENDBOARD_GATEWAY_SOLAPI_API_SECRET": "secret"}
        given = ["--store", store, "--config", config]
        server.measure([SENDBOARD, "send", "--channel", "sms", "--name", "May", "--recipients", audience, "--from",
                        "0212345678" if kind == "gateway" else "+12065550100", "--text", text, *given])
        run = server.measure(
            [SENDBOARD, "run", "--drain", "--only", "worker", "--concurrency", str(WORKERS), *given])
        expect(run, "mails", COUNT)
        return run


def main():
    python = boto3()[0]
    results = {}
    with tempfile.TemporaryDirectory(dir=os.environ["BENCH_CACHE"]) as folder:
        audience = {name: os.path.join(folder, name + ".csv") for name in ("gateway", "aws")}
        write_audience(audience["gateway"], "+8210", 10_000_000, "김민준")
        write_audience(audience["aws"], "+1206", 2_000_000, "Kim")
        for kind in "gateway", "aws":
            say(f"texts, {kind}: Python, then the whole program …")
            with Server() as server:
                run = server.measure(
                    [python, os.path.join(HERE, "texts_program.py"), kind, audience[kind], server.url, str(WORKERS)])
                expect(run, "mails", COUNT)
            results[kind] = {"python": run, "whole": whole(folder, kind, audience[kind])}
    print(json.dumps(results))


main()
