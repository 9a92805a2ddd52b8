# The fault suites of docs/FAULTS.md; everything else is a word of ./dev.
.PHONY: faults faults-short mutants
faults:
	swift build --product reviewtui
	python3 Tests/Faults/faults.py long
faults-short:
	swift build --product reviewtui
	python3 Tests/Faults/faults.py short
