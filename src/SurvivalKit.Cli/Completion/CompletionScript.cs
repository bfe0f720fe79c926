using System.Text;

namespace SurvivalKit.Cli;

/// <summary>The scripts by which shells complete the command line.</summary>
internal static class CompletionScript
{
    private const string Program = "survkit";

    public static string Bash(IReadOnlyList<CommandWords> all) => $$"""
        # Completion of {{Program}} for bash: source <({{Program}} completion bash)
        _{{Program}}() {
            local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" place={{Program}} word found=""
            for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case "$place $word" in
                    {{Places(all, "|", Double)}}) place="$place $word" ;;
                esac
            done
            case "$place $previous" in
        {{Lines(Choices(all), pair => $"        {Double(pair.Key)}) found=\"{pair.Words}\" ;;")}}
            esac
            if [ -z "$found" ] && [ "${current#-}" = "$current" ]; then
                case "$place" in
        {{Lines(WithCommands(all), words => $"            {Double(words.Place)}) found=\"{Commands(words)}\" ;;")}}
                esac
            elif [ -z "$found" ]; then
                case "$place" in
        {{Lines(all, words => $"            {Double(words.Place)}) found=\"{Options(words)}\" ;;")}}
                esac
            fi
            COMPREPLY=($(compgen -W "$found" -- "$current"))
        }
        complete -o default -F _{{Program}} {{Program}}

        """;

    public static string Zsh(IReadOnlyList<CommandWords> all) => $$"""
        #compdef {{Program}}
        # Completion of {{Program}} for zsh: source <({{Program}} completion zsh), or save it as _{{Program}} in a folder of $fpath.
        _{{Program}}() {
            local place={{Program}} word
            local -a found
            for word in "${(@)words[2,CURRENT-1]}"; do
                case "$place $word" in
                    {{Places(all, "|", Double)}}) place="$place $word" ;;
                esac
            done
            case "$place ${words[CURRENT-1]}" in
        {{Lines(Choices(all), pair => $"        {Double(pair.Key)}) found=({pair.Words}) ;;")}}
            esac
            if (( ! ${#found} )) && [[ "${words[CURRENT]}" != -* ]]; then
                case "$place" in
        {{Lines(WithCommands(all), words => $"            {Double(words.Place)}) found=({Commands(words)}) ;;")}}
                esac
            elif (( ! ${#found} )); then
                case "$place" in
        {{Lines(all, words => $"            {Double(words.Place)}) found=({Options(words)}) ;;")}}
                esac
            fi
            if (( ${#found} )); then
                compadd -- "${found[@]}"
            else
                _files
            fi
        }
        compdef _{{Program}} {{Program}}

        """;

    public static string Fish(IReadOnlyList<CommandWords> all)
    {
        var script = new StringBuilder($$"""
            # Completion of {{Program}} for fish: {{Program}} completion fish | source
            function __{{Program}}_place
                set -l place {{Program}}
                set -l words (commandline -opc)
                for word in $words[2..-1]
                    switch "$place $word"
                        case {{Places(all, " ", Single)}}
                            set place "$place $word"
                    end
                end
                echo $place
            end

            """);
        foreach (CommandWords words in all)
        {
            string here = $"complete -c {Program} -n {Single($"test (__{Program}_place) = \"{words.Place}\"")}";
            foreach ((string name, string description) in words.Commands)
            {
                script.Append($"{here} -f -a {name}{(description.Length == 0 ? "" : " -d " + Single(description))}\n");
            }

            foreach (OptionWords option in words.Options)
            {
                string names = string.Concat(option.Names.Select(FishName));
                string value = option.Choices.Length > 0 ? $" -x -a {Single(string.Join(' ', option.Choices))}"
                    : option.TakesValue ? " -r" : "";
                script.Append($"{here}{names}{value} -d {Single(option.Description)}\n");
            }
        }

        return script.ToString();
    }

    public static string PowerShell(IReadOnlyList<CommandWords> all) => $$"""
        # Completion of {{Program}} for PowerShell: {{Program}} completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName {{Program}} -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $commands = @{
        {{Lines(all, words => $"        {Single(words.Place)} = @({List(words.Commands.Select(command => command.Name))})")}}
            }
            $options = @{
        {{Lines(all, words => $"        {Single(words.Place)} = @({List(words.Options.SelectMany(option => option.Names))})")}}
            }
            $choices = @{
        {{Lines(Choices(all), pair => $"        {Single(pair.Key)} = @({List(pair.Words.Split(' '))})")}}
            }
            $place = '{{Program}}'
            $previous = ''
            foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
                if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete) { break }
                $previous = $element.ToString()
                if ($commands[$place] -contains $previous) { $place = "$place $previous" }
            }
            $found = $choices["$place $previous"]
            if (-not $found) { $found = if ($wordToComplete -like '-*') { $options[$place] } else { $commands[$place] } }
            $found | Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    private static string FishName(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : name.Length == 2 ? $" -s {name[1..]}" : "";

    private static string Places(IEnumerable<CommandWords> all, string between, Func<string, string> quoted) =>
        string.Join(between, all.Skip(1).Select(words => quoted(words.Place)));

    private static IEnumerable<(string Key, string Words)> Choices(IEnumerable<CommandWords> all) =>
        from words in all
        from option in words.Options
        where option.Choices.Length > 0
        from name in option.Names
        select ($"{words.Place} {name}", string.Join(' ', option.Choices));

    private static IEnumerable<CommandWords> WithCommands(IEnumerable<CommandWords> all) => all.Where(words => words.Commands.Length > 0);

    private static string Commands(CommandWords words) => string.Join(' ', words.Commands.Select(command => command.Name));

    private static string Options(CommandWords words) => string.Join(' ', words.Options.SelectMany(option => option.Names));

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));

    private static string List(IEnumerable<string> words) => string.Join(", ", words.Select(Single));

    private static string Double(string text) => $"\"{text}\"";

    // A quotation mark within is left out: words have none, and a description reads without.
    private static string Single(string text) => $"'{text.Replace("'", "", StringComparison.Ordinal).ReplaceLineEndings(" ")}'";
}
