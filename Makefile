# Two commands for a newcomer: make run, make test. The rest is in make help.
.POSIX:
.SUFFIXES:

OUTPUT = output
PROGRAM = .build/release/frontline
TOOLS = .build/test-tools
# Maps are too much arithmetic for code that is not optimised.
SWIFT = -Xswiftc -O

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

run: $(PROGRAM) ## Install what is missing, build, and make output/ from seeds/
	$(PROGRAM) build seeds --output $(OUTPUT)

$(PROGRAM): build
build: libraries
	swift build -c release --product frontline

libraries:
	@sh Tests/Setup/libraries.sh

test: libraries ## Install what the tests need and run them all, QGIS and Chromium too
	@sh Tests/Setup/test-tools.sh $(TOOLS)
	swift build --build-tests $(SWIFT)
	swift test --skip-build $(SWIFT)
	$(TOOLS)/venv/bin/python Tests/KMLSchema/compare.py --official $(TOOLS)/kml-official --frontline .build/debug/frontline
	$(TOOLS)/venv/bin/python Tests/KMLSchema/compare.py --official $(TOOLS)/kml-official --frontline .build/debug/frontline --gx
	$(TOOLS)/venv/bin/python Tests/Checks/check_output.py $(OUTPUT) --official $(TOOLS)/kml-official
	/usr/bin/python3 Tests/Checks/check_qgis.py $(OUTPUT)
	/usr/bin/python3 Tests/Checks/check_qgis_project.py $(OUTPUT)
	python3 Tests/Checks/check_roundtrip.py $(OUTPUT)
	$(TOOLS)/venv/bin/python Tests/Checks/check_html.py $(OUTPUT)
	$(TOOLS)/venv/bin/python Tests/Checks/check_tiles.py .build/debug/frontline seeds 2021-09-02

test-fast: libraries ## Run the Swift tests only
	swift test $(SWIFT)

output: run ## The same as run: refresh the committed output/

pictures: $(PROGRAM) ## Draw the README's pictures from output/
	@sh Tests/Setup/test-tools.sh $(TOOLS) pictures
	$(PROGRAM) render $(OUTPUT) --on 2021-09-02 --into Tests/Pictures
	$(PROGRAM) render $(OUTPUT) --from 2021-08-31 --format apng --width 900 --into Tests/Pictures
	/usr/bin/python3 Tests/Pictures/qgis.py $(OUTPUT) 2021-09-02 af-parwan-gulbahar Tests/Pictures/qgis-2021-09-02.png
	$(TOOLS)/venv/bin/python Tests/Pictures/browser.py $(OUTPUT) "date=2021-09-02&view=assessed&place=af-parwan-gulbahar" Tests/Pictures/browser-2021-09-02.png

bench: $(PROGRAM) ## Time the seeds' build and its memory, and each stage at three sizes
	@python3 Tests/Checks/measure_build.py $(PROGRAM)
	@swift run -c release FrontlineBenchmarks

stress: ## Read texts that no person wrote, up to 10 MB; fail if the time grows faster than the text
	@swift run -c release FrontlineBenchmarks endless
	@swift run -c release FrontlineBenchmarks "extraction of reports"

ablations: ## Score the maps of simulated wars without one part of the model each
	@swift run -c release FrontlineBenchmarks ablations

score: $(PROGRAM) ## Score the claims against hand-coded answers: make score GOLD=DIR TEXTS=DIR SCORER=score_extraction.py
	@sh Tests/Checks/score.sh $(PROGRAM) "$(GOLD)" "$(TEXTS)" "$(SCORER)"

corpora: $(PROGRAM) ## Measure place names on public corpora, beside spaCy: make corpora CORPORA=DIR
	@sh Tests/Corpora/corpora.sh $(PROGRAM) $(TOOLS) "$(CORPORA)"

format: ## Format the Swift code
	swift format -i -r Sources Tests Package.swift

lint: ## Check the Swift code's format
	swift format lint --strict -r Sources Tests Package.swift

clean: ## Remove what was built
	rm -rf .build

.PHONY: help run build libraries test test-fast output pictures bench stress ablations score corpora format lint clean
