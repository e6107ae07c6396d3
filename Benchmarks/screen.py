#!/usr/bin/env python3
"""Drives the dashboard in a pseudo terminal and measures it: screen.py SENDBOARD STORE [WIDTHxHEIGHT ...]

first frame   from the spawn to the end (CSI ? 2026 l) of the first frame that shows the header
with figures  from the spawn to the end of the first frame that shows a campaign of the store
find          from the paste of a text to the end of the first frame with an answer, and to the last frame of the search
key to frame  from write(key) to the end of the first frame that follows; keys that change nothing draw nothing and
              are counted apart, and so is Esc, which is known by nothing following it for 10 ms
open          from the digit of a pane to the last frame of its opening
mark all      from `*` in the messages to the frame that says so; its count: from `R` to the question with the number
idle          processor time of the process over 20 s without a key, as a share of one core;
              htop and btop beside it, at the same size, where they are installed
busy          the same, looking on without changing anything while another process sends 1,000 messages a second
memory        VmRSS at the end, VmHWM (/proc/PID/status)
"""
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

END = b"\x1b[?2026l"
IDLE_SECONDS = 20
TAB, ENTER, ESC = b"\t", b"\r", b"\x1b"
UP, DOWN, PAGE_UP, PAGE_DOWN = b"\x1bOA", b"\x1bOB", b"\x1b[5~", b"\x1b[6~"
HOME, END_KEY = b"\x1bOH", b"\x1bOF"


class Terminal:
    """A process in a pseudo terminal of its own."""

    def __init__(self, command, width, height, **variables):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", **variables)
        environment.pop("NO_COLOR", None)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True)
        os.close(slave)
        self.output = b""

    def read(self, seconds):
        """Reads what is there within a time; returns b"" when nothing came."""
        if not select.select([self.master], [], [], max(0, seconds))[0]:
            return b""
        try:
            return os.read(self.master, 1 << 16)
        except OSError:
            raise SystemExit("the dashboard ended: " + self.output[-600:].decode(errors="replace"))

    def until(self, wanted, seconds):
        """Reads until a frame ended whose output so far satisfies a condition; returns when.

        Sleeps meanwhile: who spins on one of two cores is in the dashboard's way. A process that does nothing but answer a byte
        after 0.8 ms then has a 99th percentile of 5 to 7 ms, and of 1.2 to 2.4 where its reader sleeps."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            self.output += self.read(deadline - time.perf_counter())
            now = time.perf_counter()
            if self.output.endswith(END) or END in self.output[-64:]:
                if wanted(self.output):
                    return now
        return None

    def drain(self, quiet, limit=20):
        """Reads until nothing came for a while, or a limit is over; returns the time of the last byte, if any came.

        A wide header's sparkline grows by a column with every look at the figures, so quiet may be minutes away."""
        last, end = None, time.perf_counter() + limit
        while time.perf_counter() < end and (data := self.read(quiet)):
            self.output += data
            last = time.perf_counter()
        return last

    def cpu(self):
        """Seconds of processor of all its threads, ended ones too; /proc/PID/stat counts in hundredths, of which few pass
        at rest."""
        return time.clock_gettime(~self.process.pid << 3 | 2)  # clock_getcpuclockid(3): Python gives it for itself only

    def share(self, seconds):
        """The share of one core over a time in which no key is pressed, in percent."""
        before, start = self.cpu(), time.perf_counter()
        while time.perf_counter() - start < seconds:
            self.read(1)
        return (self.cpu() - before) / (time.perf_counter() - start) * 100

    def memory(self, name):
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith(name + ":"):
                return int(line.split()[1]) / 1024

    def close(self):
        os.write(self.master, b"q")
        deadline = time.perf_counter() + 10
        while self.process.poll() is None and time.perf_counter() < deadline:
            try:
                self.read(0.05)
            except SystemExit:
                break
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def script():
    """A mixed walk of more than 500 keys: lists, pages, ends, filters, drilling and coming back."""
    keys = []
    keys += [b"j"] * 25 + [b"k"] * 10 + [PAGE_DOWN] * 3 + [PAGE_UP] * 3 + [b"G", b"g"]
    keys += [TAB] * 5
    keys += [b"2"] + [b"j"] * 80 + [PAGE_DOWN] * 60 + [PAGE_UP] * 20 + [b"G"] + [PAGE_UP] * 20 + [b"k"] * 30 + [b"g"]
    keys += ([ENTER] + [b"j"] * 3 + [ESC] + [b"j"] * 2) * 20
    keys += [b"/"] + [bytes([c]) for c in b"kim.minjun"] + [ENTER] + [PAGE_DOWN] * 10 + [b"j"] * 20 + [b"G", b"g", ESC]
    keys += [b"/"] + [bytes([c]) for c in b"zzz"] + [ENTER, ESC]
    keys += [b"3"] + [b"j"] * 8 + [b"k"] * 4 + [ENTER] + [b"j"] * 10 + [PAGE_DOWN] * 10 + [b"G"] + [PAGE_UP] * 5 + [ESC]
    keys += [b"4", b"j", b"k", b"1"] + [b"j", ENTER, PAGE_DOWN, b"G", b"g", ESC] * 15 + [b"?", ESC, TAB, TAB, b"1"]
    return keys


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


# what is looked for: found by an index, by reading all addresses, and by reading everything there is
FINDS = {
    "beginning": b"kim.minjun", "domain": b"@corp", "provider id": None, "middle": b"jun.zzz", "value": "\uae40\ubbfc\uc900".encode()}


def find(terminal, text):
    """Looks for a text; returns how long the first answer took and how long the whole search."""
    os.write(terminal.master, b"f\x15\r")
    terminal.drain(0.7)
    os.write(terminal.master, b"f")
    terminal.drain(0.3)
    terminal.output = b""
    start = time.perf_counter()
    os.write(terminal.master, b"\x1b[200~" + text + b"\x1b[201~")
    first = terminal.until(lambda output: b" found" in output or b"first " in output, 10)
    last = terminal.drain(1.2, 120) or first
    os.write(terminal.master, b"\r")
    return ((first - start) * 1000, (last - start) * 1000) if first else (float("nan"), float("nan"))


def opening(terminal, digit):
    """How long it takes until nothing more comes after the digit of a pane, in milliseconds."""
    start = time.perf_counter()
    os.write(terminal.master, digit)
    last = terminal.drain(0.4)
    return (last - start) * 1000 if last else float("nan")


def mark_all(terminal):
    """How long `*` over all messages takes to be shown, and the count of whom a resend would be to."""
    os.write(terminal.master, b"2")
    terminal.drain(0.7)
    terminal.output = b""
    start = time.perf_counter()
    os.write(terminal.master, b"*")
    marked = terminal.until(lambda output: True, 5)
    terminal.drain(0.3)
    terminal.output = b""
    asked = time.perf_counter()
    os.write(terminal.master, b"R")
    counted = terminal.until(lambda output: b"Type" in output or b"Nothing" in output or b"nothing" in output, 120)
    os.write(terminal.master, ESC)
    terminal.drain(0.3)
    os.write(terminal.master, ESC)
    terminal.drain(0.3)
    os.write(terminal.master, b"1")
    return ((marked - start) * 1000, (counted - asked) * 1000 if counted else float("nan"))


def beside(program, width, height):
    """What another program takes at rest; `nan` where it is not installed."""
    path = shutil.which(program)
    if path is None:
        return float("nan")
    terminal = Terminal([path], width, height)
    terminal.drain(3, 3)
    share = terminal.share(IDLE_SECONDS)
    terminal.close()
    return share


def busy(binary, width, height):
    """What looking on takes while another process sends 1,000 messages a second."""
    with tempfile.TemporaryDirectory() as folder:
        store, people = os.path.join(folder, "store.db"), os.path.join(folder, "people.csv")
        with open(people, "w") as file:
            file.write("email,name\n" + "".join(f"p{n}@corp{n % 90}.example,N{n}\n" for n in range(60_000)))
        text = os.path.join(folder, "text.txt")
        with open(text, "w") as file:
            file.write("Hello {{name}}")
        quiet = dict(check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        subprocess.run(
            [binary, "send", "--store", store, "--name", "busy", "--recipients", people, "--from", "a@example.com",
             "--subject", "s", "--text", text], **quiet)
        sender = subprocess.Popen(
            [binary, "run", "--store", store, "--rate", "1000"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            terminal = Terminal([binary, "dashboard", "--store", store, "--read-only"], width, height)
            terminal.until(lambda output: b"busy" in output, 30)
            terminal.drain(3, 3)
            share = terminal.share(IDLE_SECONDS)
            terminal.close()
        finally:
            sender.terminate()
            sender.wait()
        return share


def measure(binary, store, width, height, name):
    terminal = Terminal([binary, "dashboard", "--store", store], width, height)
    result = {"size": f"{width}x{height}"}
    first = terminal.until(lambda output: b"sendboard" in output.lower(), 10)
    if first is None:
        raise SystemExit("no header within 10 s: " + repr(terminal.output[-400:]))
    result["first frame, ms"] = (first - terminal.started) * 1000
    figures = terminal.until(lambda output: name.encode() in output, 30)
    result["with figures, ms"] = (figures - terminal.started) * 1000 if figures else float("nan")
    terminal.drain(0.7)
    times, escapes, silent, slow, sizes = [], [], 0, [], []
    for key in script():
        terminal.output = b""
        sent = time.perf_counter()
        os.write(terminal.master, key)
        shown = terminal.until(lambda output: True, 0.12)
        if shown is None:
            silent += 1
        else:
            (escapes if key == ESC else times).append((shown - sent) * 1000)
            sizes.append(len(terminal.output))
            slow.append(((shown - sent) * 1000, key))
        # Somebody types and reads: data that comes later than the frame is taken in before the next key. What comes within
        # 50 ms of an Escape is its rest to the program, and no key.
        terminal.drain(0.06 if key == ESC else 0.012)
    result["keys"] = len(times)
    result["silent keys"] = silent
    result["key to frame, median ms"] = percentile(times, 0.5)
    result["key to frame, 99th percentile ms"] = percentile(times, 0.99)
    result["key to frame, worst ms"] = max(times)
    result["Esc to frame, median ms"] = percentile(escapes, 0.5)
    result["bytes a frame, median"] = percentile(sizes, 0.5)
    result["bytes a frame, most"] = max(sizes)
    if os.environ.get("BENCH_VERBOSE"):
        print(sorted(slow, reverse=True)[:12], file=sys.stderr)
    for what, text in FINDS.items():
        if text is None:
            shown = subprocess.run(
                [binary, "messages", "--store", store, "--limit", "1", "--json"], check=True, capture_output=True).stdout
            text = json.loads(shown)["providerID"].encode()
        result[f"find: {what}, first answer ms"], result[f"find: {what}, all ms"] = find(terminal, text)
    os.write(terminal.master, b"f\x15\r1")
    terminal.drain(1, 6)
    for digit in b"2345678":
        result[f"open pane {chr(digit)}, ms"] = opening(terminal, bytes([digit]))
    result["mark all, ms"], result["mark all, its count, ms"] = mark_all(terminal)
    terminal.drain(6, 12)
    result["idle, % of a core"] = terminal.share(IDLE_SECONDS)
    result["memory, MB"] = terminal.memory("VmRSS")
    result["peak memory, MB"] = terminal.memory("VmHWM")
    terminal.close()
    result["htop at rest, % of a core"] = beside("htop", width, height)
    result["btop at rest, % of a core"] = beside("btop", width, height)
    result["busy, % of a core"] = busy(binary, width, height)
    return result


def main():
    binary, store = sys.argv[1:3]
    listed = subprocess.run([binary, "campaigns", "--store", store, "--json"], check=True, capture_output=True).stdout
    name = json.loads(listed.splitlines()[0])["name"]
    for size in sys.argv[3:] or ["80x24", "200x50"]:
        width, height = map(int, size.split("x"))
        print(json.dumps(measure(binary, store, width, height, name)), flush=True)


main()
