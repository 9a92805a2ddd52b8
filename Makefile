# The fault suites of docs/FAULTS.md; everything else is a word of ./dev.
.PHONY: faults faults-short mutants program
faults: program
	python3 Tests/Faults/faults.py long
faults-short: program
	python3 Tests/Faults/faults.py short
mutants:
	python3 Tests/Faults/mutants.py
program:
	swift build --product reviewtui
