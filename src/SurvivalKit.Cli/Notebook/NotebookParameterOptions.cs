using System.CommandLine;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The options <c>-p</c>, <c>-r</c> and <c>-f</c>, which are those of papermill.</summary>
internal sealed class NotebookParameterOptions
{
    private readonly Option<string[]> _values = Pair(
        "-p",
        "--parameter",
        "A parameter and its value: true, null, 7, .5 are what they look like, unless the notebook has text there. May be given several times.");
    private readonly Option<string[]> _texts = Pair("-r", "--raw", "A parameter and its value, which is text whatever it looks like.");
    private readonly Option<string[]> _files = new("-f", "--parameters")
    {
        Description = "Parameters in a YAML or JSON file: names and values, lists and mappings too. -p and -r have the last word.",
        HelpName = "FILE",
    };

    public static NotebookParameterOptions AddTo(Command command)
    {
        var options = new NotebookParameterOptions();
        command.Add(options._values);
        command.Add(options._texts);
        command.Add(options._files);
        return options;
    }

    /// <summary>All values that were given.</summary>
    /// <exception cref="CommandException">A file cannot be read.</exception>
    public IReadOnlyDictionary<string, object?> Read(ParseResult parsed)
    {
        var values = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (string file in parsed.GetValue(_files) ?? [])
        {
            foreach ((string name, object? value) in Guard(() => ParameterFile.Read(file)))
            {
                values[name] = value;
            }
        }

        foreach (string[] pair in (parsed.GetValue(_values) ?? []).Chunk(2))
        {
            values[pair[0]] = new ParameterText(pair[1]);
        }

        foreach (string[] pair in (parsed.GetValue(_texts) ?? []).Chunk(2))
        {
            values[pair[0]] = pair[1];
        }

        return values;
    }

    /// <summary>Puts the values into a notebook, and warns of unusual ones.</summary>
    public static Notebook Inject(Notebook notebook, string file, IReadOnlyDictionary<string, object?> values, CliStreams streams)
    {
        (Notebook injected, var warnings) = Guard(() => NotebookParameters.Inject(notebook, values));
        foreach (string warning in warnings)
        {
            streams.Error.WriteLine($"survkit: {file}: {warning}");
        }

        return injected;
    }

    private static Option<string[]> Pair(string name, string longName, string description)
    {
        var option = new Option<string[]>(name, longName)
        {
            Description = description,
            HelpName = "NAME VALUE",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count % 2 != 0)
            {
                result.AddError($"{name} {result.Tokens[^1].Value}: a name and a value were expected.");
            }
        });
        return option;
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NotebookParameterException e)
        {
            throw new CommandException(e.Message);
        }
    }
}
