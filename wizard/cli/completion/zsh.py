"""Completion for zsh: a file ``_session-tag-wizard`` for a folder of ``fpath``, or to be read at the start."""

from wizard import DISTRIBUTION
from wizard.cli.completion.vocabulary import Option, Vocabulary, command_vocabularies, program_vocabulary

_SCRIPT = """\
#compdef {program}
_session_tag_wizard() {{
    if (( CURRENT == 2 )); then
        local -a commands=(
{commands}
        )
        _describe command commands
        _arguments {options} '1:plan:_files'
        return
    fi
    local command="$words[2]"
    case "$command" in
    {names})
        shift words
        (( CURRENT-- )) ;;
    esac
    case "$command" in
{cases}
    *) _arguments {options} '*:plan:_files' ;;
    esac
}}
if [[ "$funcstack[1]" == "_{program}" ]]; then
    _session_tag_wizard "$@"
else
    compdef _session_tag_wizard {program}
fi
"""


def zsh_script() -> str:
    """Return the script that a zsh reads to complete the program's commands and options."""
    program, commands = program_vocabulary(), command_vocabularies()
    return _SCRIPT.format(
        program=DISTRIBUTION,
        commands="\n".join(f"            {_quoted(f'{known.name}:{known.about}')}" for known in commands),
        names="|".join(known.name for known in commands),
        options=_options(program.options),
        cases="\n".join(
            f"    {known.name}) _arguments {_options(known.options)} {_words(known)} ;;" for known in commands
        ),
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _options(options: tuple[Option, ...]) -> str:
    return " ".join(_quoted(_option(option, name)) for option in options for name in option.names)


def _option(option: Option, name: str) -> str:
    about = option.about.replace("[", "(").replace("]", ")").replace(":", " -")
    value = f":value:{_choice(option.choices)}" if option.takes_value else ""
    return f"*{name}[{about}]{value}"


def _choice(choices: tuple[str, ...]) -> str:
    return f"({' '.join(choices)})" if choices else "_files"


def _words(vocabulary: Vocabulary) -> str:
    return _quoted(f"*:argument:{_choice(vocabulary.words)}")
