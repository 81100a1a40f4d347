#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# The manuals are clean, refer to each other rightly, and say of commands, options and columns
# what the tables say: both ways, as `mapctl help` prints the tables.
set -u
: "${top_srcdir:?}" "${top_builddir:?}"
if ! command -v mandoc >/dev/null; then
    echo "SKIP: mandoc is not installed"
    exit 77
fi
mapctl=$(realpath "$top_builddir")/mapctl
cd "$top_srcdir/man" || exit 1
status=0

fail() {
    printf '%s\n' "$*"
    status=1
}

# same WHAT WANTED FOUND: fails with what is only in one of the two lists of lines.
same() {
    local difference
    difference=$(diff <(sort -u <<<"$2") <(sort -u <<<"$3")) && return
    fail "$1 (<: the table, >: the manual):"$'\n'"$(grep '^[<>]' <<<"$difference")"
}

# "-o --output COL" of each option that help prints on standard input.
help_options() {
    sed -nE 's/^  (-[[:alpha:]]|   ),? --([^ ]+)( [[:alpha:]]+)?.*/\1 --\2\3/p' | sed 's/^ *//'
}

# The same of each `.It Fl o , Fl -output Ar COL` of a page.
page_options() {
    sed -nE 's/^\.It Fl (([[:alnum:]]) , Fl )?-([^ ]+)( Ar ([[:alpha:]]+))?.*/-\2 --\3 \5/p' "$1" |
        sed 's/^- //; s/ $//'
}

# What help prints of the options for types, and all that it prints beside.
type_help() {
    sed -n '/^Options for types:$/,/^$/p'
}
other_help() {
    sed '/^Options for types:$/,/^$/d'
}

# The section of mapctl.8 that tells of them, once for all commands; and the rest of the page.
type_section() {
    sed -n '/^\.Sh TYPES$/,/^\.Sh VIEWS/p' mapctl.8
}
other_sections() {
    sed '/^\.Sh TYPES$/,/^\.Sh VIEWS/d' mapctl.8
}

first_words() { # of each line of standard input that has the prefix $1
    sed -nE "s/^$1([^ ]+).*/\\1/p"
}

# Manuals that are not ours, or are not installed yet, are nobody's mistake.
for page in *.[58]; do
    complaints=$(mandoc -Tlint -Wstyle "$page" 2>&1 | grep -vE 'referenced manual not found|mandoc.db')
    [ -z "$complaints" ] || fail "$complaints"
    while read -r name section; do
        [ -f "$name.$section" ] || fail "$page refers to $name($section), which is not there"
    done < <(sed -nE 's/^\.Xr (mapctl[^ ]*) ([0-9]).*/\1 \2/p' "$page" | sort -u)
done

commands=$("$mapctl" --complete '')
pages=$(printf '%s\n' mapctl-*.8 | sed 's/^mapctl-//; s/\.8$//')
same "commands and their manuals" "$commands" "$pages"
same "options of every command" "$("$mapctl" help | help_options)" \
    "$(other_sections | page_options -)"
same "options for types" "$("$mapctl" help dump | type_help | help_options)" \
    "$(type_section | page_options -)"
same "columns of list" "$("$mapctl" list -H | first_words '')" \
    "$(first_words '\.It Cm ' <mapctl-list.8)"

for command in $commands; do
    page=mapctl-$command.8
    [ -f "$page" ] || continue
    same "options of $command" "$("$mapctl" help "$command" | other_help | help_options)" \
        "$(page_options "$page")"
    summary=$("$mapctl" help "$command" | sed -n "1s/^mapctl $command: //p")
    same "what $command does" "$summary" "$(sed -n 's/^\.Nd //p' "$page")"
    grep -qx "\.Xr mapctl-$command 8 *[.,]*" mapctl.8 || fail "mapctl.8 does not refer to $page"
done
exit $status
