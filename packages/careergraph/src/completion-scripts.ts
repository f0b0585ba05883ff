/**
 * What each shell runs at Tab: it hands the words over as they are, so that none of them is evaluated, and reads what
 * `complete` prints: a word and its help on each line, and `:files`, `:words` or `:open` on the last.
 */
export const SCRIPTS = {
  bash: `_careergraph() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :words) compopt +o default 2>/dev/null ;;
      :open) compopt +o default -o nospace 2>/dev/null ;;
      :files) ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(careergraph complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _careergraph careergraph`,
  zsh: `#compdef careergraph
_careergraph() {
  local line how
  local -a found
  for line in "\${(@f)$(careergraph complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      :*) how=$line ;;
      *) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  case $how in
    :files) _files ;;
    :open) _describe careergraph found -S '' ;;
    *) _describe careergraph found ;;
  esac
}
compdef _careergraph careergraph`,
  fish: `function __careergraph
  set -l words (commandline -opc) (commandline -ct)
  careergraph complete -- $words[2..] 2>/dev/null
end
complete -c careergraph -f -a '(__careergraph | string match -v ":*")'
complete -c careergraph -n '__careergraph | string match -q ":files"' -F`,
} as const;
