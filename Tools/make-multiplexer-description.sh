#!/bin/sh
# Prints Sources/ReviewTUI/Terminal/MultiplexerDescription.swift: terminal descriptions for tmux and GNU screen, compiled by tic.
# The system's own ones do not say that these terminals can be told not to wrap, and ncurses then spoils the last cell of the
# screen when a wide character stands before it. Needs tic (ncurses-bin):
#     sh Tools/make-multiplexer-description.sh > Sources/ReviewTUI/Terminal/MultiplexerDescription.swift
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
common='am, msgr, xenl, cols#80, it#8, lines#24,
	bold=\E[1m, civis=\E[?25l, clear=\E[H\E[J, cnorm=\E[?25h, cr=\r, cub=\E[%p1%dD, cub1=^H, cud=\E[%p1%dB, cud1=\n,
	cuf=\E[%p1%dC, cuf1=\E[C, cup=\E[%i%p1%d;%p2%dH, cuu=\E[%p1%dA, cuu1=\E[A, dim=\E[2m, ed=\E[J, el=\E[K, el1=\E[1K,
	home=\E[H, hpa=\E[%i%p1%dG, kmous=\E[M, op=\E[39;49m, rev=\E[7m, rmam=\E[?7l, rmcup=\E[?1049l, rmul=\E[24m,
	sgr0=\E[m, smam=\E[?7h, smcup=\E[?1049h, smul=\E[4m, vpa=\E[%i%p1%dd,'
cat > "$work/source" <<END
reviewtui-mux256|tmux or screen with 256 colours,
	$common
	colors#256, pairs#32767,
	setab=\E[%?%p1%{8}%<%t4%p1%d%e%p1%{16}%<%t10%p1%{8}%-%d%e48;5;%p1%d%;m,
	setaf=\E[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m,
reviewtui-mux8|tmux or screen with 8 colours,
	$common
	colors#8, pairs#64, setab=\E[4%p1%dm, setaf=\E[3%p1%dm,
END
tic -o "$work/db" "$work/source"
entry() {
  base64 -w 100 "$work/db/r/$1" | sed 's/^/    /; $!s/$/\\/'
}
cat <<END
// Made by Tools/make-multiplexer-description.sh; do not edit.

/// Descriptions of tmux and GNU screen for ncurses, in the form that its variable TERMINFO takes.
enum MultiplexerDescription {
  static let richName = "reviewtui-mux256"
  static let basicName = "reviewtui-mux8"

  /// With 256 colours.
  static let rich = """
    b64:\\
$(entry reviewtui-mux256)
    """

  /// With 8 colours.
  static let basic = """
    b64:\\
$(entry reviewtui-mux8)
    """
}
END
