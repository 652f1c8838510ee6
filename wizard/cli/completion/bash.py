"""Completion for bash: a function for ``complete -F``; names of files are left to bash itself."""

from wizard import DISTRIBUTION
from wizard.cli.completion.vocabulary import Vocabulary, command_vocabularies, program_vocabulary

_SCRIPT = """\
_session_tag_wizard() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words=""
    local command=""
    if (( COMP_CWORD > 1 )) && [[ " {names} " == *" ${{COMP_WORDS[1]}} "* ]]; then command="${{COMP_WORDS[1]}}"; fi
    case "$command $before" in
{values}
    *)
        case "$command" in
{commands}
        esac ;;
    esac
    if [[ -z "$command" && "$before" != -* && "$current" != -* ]] && (( COMP_CWORD > 1 )); then words=""; fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o bashdefault -o default -F _session_tag_wizard {program}
"""


def bash_script() -> str:
    """Return the script that a bash reads to complete the program's commands and options."""
    program = program_vocabulary()
    known = (program, *command_vocabularies())
    values = "\n".join(line for vocabulary in known for line in _values(vocabulary))
    cases = "\n".join(_case(vocabulary) for vocabulary in known)
    return _SCRIPT.format(values=values, commands=cases, names=" ".join(program.words), program=DISTRIBUTION)


def _values(vocabulary: Vocabulary) -> list[str]:
    return [
        f'    "{vocabulary.name} {name}") words="{" ".join(option.choices)}" ;;'
        for option in vocabulary.options
        if option.takes_value
        for name in option.names
    ]


def _case(vocabulary: Vocabulary) -> str:
    names = " ".join(name for option in vocabulary.options for name in option.names)
    words = " ".join(vocabulary.words)
    return f'        "{vocabulary.name}") if [[ "$current" == -* ]]; then words="{names}"; else words="{words}"; fi ;;'
