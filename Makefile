# Two commands: `make demo` to see it, `make test` to check it.

PACKAGES = libncursesw5-dev libsqlite3-dev libcurl4-openssl-dev pkg-config
# lld packs the relocations (DT_RELR, glibc 2.36) and keeps no table of exported symbols: 3 MB less of a running program.
LINK = -Xswiftc -static-stdlib -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs \
	-Xlinker --icf=safe -Xlinker --no-export-dynamic
RELEASE = swift build -c release --product sendboard $(LINK)

# As .ci/test builds them.
TEST = swift test -debug-info-format none

TESTED = tmux sqlite3 openssl python3 python3-venv dnsmasq-base

.PHONY: demo test build install deb bench soak chaos format lint clean

demo: build
	@.build/release/sendboard demo

build:
	@.ci/packages $(PACKAGES)
	@$(RELEASE)

test:
	@.ci/packages $(PACKAGES) $(TESTED)
	@.ci/test

# The stripped binary, themes, gateways, completions, manual pages and a unit for systemd; PREFIX=$$HOME/.local for yourself alone.
PREFIX ?= /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
install: build
	@.ci/packages binutils
	@swift build -c release --product generate-manual $(LINK)
	install -D -s .build/release/sendboard $(DESTDIR)$(PREFIX)/bin/sendboard
	install -D -m 644 -t $(SHARE)/sendboard/themes themes/*.yaml
	install -D -m 644 -t $(SHARE)/sendboard/gateways gateways/*.yaml
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/fish/vendor_completions.d
	install -d $(SHARE)/zsh/vendor-completions $(DESTDIR)$(PREFIX)/lib/systemd/system
	.build/release/sendboard --generate-completion-script bash >$(SHARE)/bash-completion/completions/sendboard
	.build/release/sendboard --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/sendboard.fish
	.build/release/sendboard --generate-completion-script zsh >$(SHARE)/zsh/vendor-completions/_sendboard
	.build/release/generate-manual .build/release/sendboard --multi-page --output-directory $(SHARE)/man/man1
	sed 's,@bin@,$(PREFIX)/bin,' Packaging/sendboard.service >$(DESTDIR)$(PREFIX)/lib/systemd/system/sendboard.service

# A package for this release of Debian: sudo apt install ./.build/deb/sendboard_*.deb
deb:
	@.ci/packages dpkg-dev
	@Packaging/deb

bench: build
	@.ci/packages python3 python3-venv htop btop
	@swift build -c release --product CloudBench $(LINK)
	@Benchmarks/run

# Kills a campaign as often as wanted: make soak KILLS=100
KILLS ?= 100
soak:
	@.ci/packages $(PACKAGES) $(TESTED)
	@.ci/emulator
	@SENDBOARD_KILLS=$(KILLS) $(TEST) --filter KillTests

# Kills, stops, clocks apart, backups put back, and an operator meanwhile: make chaos STEPS=400
STEPS ?= 400
chaos:
	@.ci/packages $(PACKAGES) $(TESTED)
	@.ci/emulator
	@SENDBOARD_CHAOS=$(STEPS) $(TEST) --filter ChaosTests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	@.ci/arrows
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build
