#!/usr/bin/env bash
# Verifies histories of published policies without Privity, with bash, sha256sum,
# jq and ssh-keygen alone. docs/audit.md explains what it looks at, and why.
#
#   verify-history.sh [--since HEAD] [--allowed-signers FILE] HISTORY...
#
# It says "ok" or what is wrong, a line each, and ends with 1 if anything is. What lies
# beside a history and is no part of it is noted, and is not wrong.
set -uo pipefail
export LC_ALL=C
shopt -s nullglob dotglob
GLOBIGNORE='*/.privity-tmp-*' # what a publish that was interrupted may have left

namespace=privity-history
since=
allowed=

# wrong FILE WHAT
wrong() {
	faults=$((faults + 1))
	echo "$history: $1: $2"
}

# slurp FILE reads a file into $content, to the last byte. A file that is not
# there, is a link, or holds a NUL is refused.
slurp() {
	content=
	[ -f "$1" ] && [ ! -L "$1" ] && ! IFS= read -r -d '' content <"$1"
}

is_digest() { [[ $1 =~ ^[0-9a-f]{64}$ ]]; }

# read_entries fills $digests, $rows with what the chain is made of, and $named with
# the files that each entry names. An entry has to be one line that jq writes in the
# same way.
read_entries() {
	local names=(entries/*) name lines i
	for ((i = 0; i < ${#names[@]}; i++)); do
		name=$(entry_name $((i + 1)))
		if [ "${names[i]}" != "$name" ]; then
			wrong "${names[i]}" "it does not belong there, or $name is missing"
			return 1
		fi
	done
	if [ ${#names[@]} -eq 0 ]; then
		wrong entries "there is no version"
		return 1
	fi
	mapfile -t lines < <(jq -rcS '., ([.seq, .lineage, .prev // "-", .signers // "-", .published,
		.imported // false, .format] | map(tostring) | join(" ")),
		([.files[], (.approvals // [] | .[].signature), (.signers // empty)] | join(" "))' "${names[@]}" 2>/dev/null)
	for ((i = 0; i < ${#names[@]}; i++)); do
		if ! slurp "${names[i]}" || [ "$content" != "${lines[3 * i]:-}"$'\n' ]; then
			wrong "${names[i]}" "it is not one line of JSON in canonical form"
			return 1
		fi
		if [ -z "${lines[3 * i + 2]+there}" ]; then
			wrong "${names[i]}" "it does not say what an entry has to"
			return 1
		fi
		rows+=("${lines[3 * i + 1]}")
		named+=("${lines[3 * i + 2]}")
	done
	mapfile -t digests < <(sha256sum "${names[@]}")
	digests=("${digests[@]%% *}")
}

entry_name() { printf 'entries/%06d.json' "$1"; }

# follow_chain walks from the first entry to the last.
follow_chain() {
	local i name seq lineage prev signers published imported format
	local last_signers=- last_published='' last_imported=true
	for ((i = 0; i < ${#rows[@]}; i++)); do
		read -r seq lineage prev signers published imported format <<<"${rows[i]}"
		name=$(entry_name $((i + 1)))
		[ "$format" = 1 ] || wrong "$name" "it has the form $format, and this reads form 1"
		[ "$seq" = $((i + 1)) ] || wrong "$name" "it has the number $seq"
		if [ "$i" -eq 0 ]; then
			begins_history "$name" "$prev" "$lineage" || wrong "$name" "it does not begin the history that it names"
			the_lineage=$lineage
		else
			[ "$prev" = "${digests[i - 1]}" ] || wrong "$name" "it does not follow the entry before it, of which the digest is another"
			[ "$lineage" = "$the_lineage" ] || wrong "$name" "it belongs to another history"
			[ "$last_signers" = - ] || [ "$signers" != - ] || wrong "$name" "it is not signed, and the one before it is"
			[ "$imported" = false ] || [ "$last_imported" = true ] || wrong "$name" "it is imported, and the one before it is not"
			[[ ! $published < $last_published ]] || wrong "$name" "it was published before the one before it"
		fi
		[ "$signers" = - ] || check_signature $((i + 1)) "${digests[i]}" "$signers" "$last_signers"
		last_signers=$signers last_published=$published last_imported=$imported
	done
	the_signers=$last_signers
}

# begins_history NAME PREV LINEAGE: a lineage is the digest of the first entry as
# it was without one, or the half of it.
begins_history() {
	local sum
	slurp "$1"
	sum=$(printf '%s' "${content/"\"lineage\":\"$3\""/"\"lineage\":\"\""}" | sha256sum)
	[ "$2" = - ] && [ "${sum:0:32}" = "$3" ]
}

# check_signature SIZE DIGEST SIGNERS SIGNERS_BEFORE: who signs has to be on the
# list of the entry and on that of the one before, and on that of whoever asks.
check_signature() {
	local file=signatures/$2 lists=("blobs/$3") list
	[ "$4" = - ] || [ "$4" = "$3" ] || lists+=("blobs/$4")
	[ -z "$allowed" ] || lists+=("$allowed")
	if ! slurp "$file" || ! armoured "$content"; then
		wrong "$file" "entry $1 is to be signed, and this is not there or is no signature as privity writes them"
		return
	fi
	for list in "${lists[@]}"; do
		signed "$namespace/$the_lineage"$'\n'"$1"$'\n'"$2" "$list" "$file" ||
			wrong "$file" "entry $1 is not signed by anybody on the list $list"
	done
}

# armoured TEXT: lines of 64 characters, and at the end no bits that say nothing.
armoured() {
	[[ $1 =~ ^'-----BEGIN SSH SIGNATURE-----'$'\n'(([A-Za-z0-9+/]{64}$'\n')*[A-Za-z0-9+/=]{1,64})$'\n''-----END SSH SIGNATURE-----'$'\n'$ ]] &&
		[[ ${BASH_REMATCH[1]//$'\n'/} =~ ^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$ ]]
}

# signed TEXT LIST SIGNATURE, where the text lacks its last line break. The name of
# a signer is guessed to be the one that fitted last.
signed() {
	signed_by "$signer" "$@" || {
		signer=$(ssh-keygen -Y find-principals -f "$2" -s "$3" </dev/null 2>/dev/null)
		signer=${signer%%[,$'\n']*}
		signed_by "$signer" "$@"
	}
}

signed_by() {
	[ -n "$1" ] && ssh-keygen -Y verify -f "$3" -I "$1" -n "$namespace" -s "$4" <<<"$2" >/dev/null 2>&1
}

# same FILE FILE
same() {
	local first
	slurp "$1" && first=$content && slurp "$2" && [ "$first" = "$content" ]
}

# check_head holds HEAD and what stands beside it against the last entry.
check_head() {
	local last=${digests[-1]}
	if ! slurp HEAD || [ "$content" != "$namespace/$the_lineage"$'\n'"${#rows[@]}"$'\n'"$last"$'\n' ]; then
		wrong HEAD "it does not belong to the last entry, which is number ${#rows[@]}"
	fi
	if [ "$the_signers" = - ]; then
		[ ! -e HEAD.sig ] || wrong HEAD.sig "it does not belong to the history"
		[ ! -e allowed_signers ] || wrong allowed_signers "it does not belong to the history"
		[ -z "$allowed" ] || wrong HEAD.sig "the history is not signed"
		return
	fi
	same HEAD.sig "signatures/$last" || wrong HEAD.sig "it is not the signature of the last entry"
	same allowed_signers "blobs/$the_signers" || wrong allowed_signers "it is not the list of the last entry"
}

# check_blobs holds every file against its digest, and looks for those that an
# entry names.
check_blobs() {
	local names=() sums=() line name
	local -A there=()
	for name in blobs/*; do
		if [ -d "$name" ]; then
			wrong "$name" "it does not belong to the history"
		else
			names+=("$name")
		fi
	done
	[ ${#names[@]} -eq 0 ] || mapfile -t sums < <(sha256sum -- "${names[@]}")
	for line in "${sums[@]}"; do
		name=${line:66}
		there[${name#blobs/}]=1
		if [ "${line:0:64}" != "${name#blobs/}" ] || [ -L "$name" ]; then
			wrong "$name" "its content is another than when it was published"
		fi
	done
	for line in "${named[@]}"; do
		for name in $line; do
			[ -n "${there[$name]:-}" ] || wrong "blobs/$name" "it is not there"
		done
	done
}

# check_rest looks for what belongs to no entry, and notes what belongs to no history.
check_rest() {
	local file
	for file in signatures/*; do
		is_digest "${file#signatures/}" || wrong "$file" "it does not belong to the history"
	done
	for file in *; do
		case $file in
		entries | blobs | signatures | HEAD | HEAD.sig | allowed_signers) ;;
		.git | .privity-tmp-* | probe-*) ;; # a clone has the one, an interrupted publish leaves the others
		*) echo "$history: note: $file: it is not of the history, and was not looked at" ;;
		esac
	done
}

check_since() {
	local size=${since%%:*} digest=${since#*:}
	if [ "$size" -gt "${#rows[@]}" ]; then
		wrong entries "the head that was noted has $size versions, and there are ${#rows[@]}"
	elif [ "${digests[size - 1]}" != "$digest" ]; then
		wrong "$(entry_name "$size")" "it is not the entry of the head that was noted: the history was rewritten"
	fi
}

verify() {
	local history=$1 faults=0 digests=() rows=() named=() the_lineage='' the_signers=- signer='' content
	if ! cd "$history"; then
		return 1
	fi
	if read_entries; then
		follow_chain
		check_head
		check_blobs
		check_rest
		[ -z "$since" ] || check_since
	fi
	[ "$faults" -eq 0 ] && echo "$history: ok: ${#rows[@]} versions, head ${#rows[@]}:${digests[-1]}"
}

# noted_head turns a file with a head into the head.
noted_head() {
	local lines
	if [ -f "$since" ]; then
		mapfile -t lines <"$since"
		since=${lines[1]:-${lines[0]:-}}
		[ -z "${lines[2]:-}" ] || since=$since:${lines[2]}
	fi
	[[ $since =~ ^[1-9][0-9]{0,8}:[0-9a-f]{64}$ ]] || {
		echo "--since: $since is not a head, as in 4:9f86d081…" >&2
		exit 2
	}
}

while [ $# -gt 1 ]; do
	case $1 in
	--since)
		since=$2
		noted_head
		;;
	--allowed-signers) allowed=$(cd "$(dirname -- "$2")" && pwd)/${2##*/} ;;
	*) break ;;
	esac
	shift 2
done
if [ $# -eq 0 ]; then
	echo "usage: verify-history.sh [--since HEAD] [--allowed-signers FILE] HISTORY..." >&2
	exit 2
fi

status=0
for history in "$@"; do
	(verify "$history") || status=1
done
exit $status
