using System.Globalization;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using Microsoft.Data.Analysis;

namespace CSharpNotebook.Languages.R;

/// <summary>
/// R, as the program <c>Rscript</c> where the machine has it. Data frames that the code names are data frames in R, searched after R's own
/// variables; <c>--in a,b</c> brings other values, and <c>--out c,d</c> copies variables of R to C#. Plots are shown as pictures.
/// </summary>
internal sealed class RLanguage(LanguageHost host) : ILanguageKernel
{
    private readonly Dictionary<string, object?> _shared = new(StringComparer.Ordinal);
    private readonly List<(string Name, RObject Value)> _waiting = [];
    private RProgram? _program;

    public IReadOnlyList<SessionVariable> Variables =>
        [.. _shared.Select(pair => new SessionVariable(pair.Key, pair.Value?.GetType() ?? typeof(object), pair.Value))];

    public SessionVariable? Find(string name)
    {
        RObject answer = AskAsync("", [], [name], (_, _) => { }, CancellationToken.None).GetAwaiter().GetResult().Answer;
        if (IsMissing(answer.Element("values").Element(name)))
        {
            return null;
        }

        Take(answer, name);
        return new SessionVariable(name, _shared[name]?.GetType() ?? typeof(object), _shared[name]);
    }

    public async Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        part.Command.Expect(0, "in", "out");
        IReadOnlyList<SessionVariable> variables = host.Variables;
        foreach (string name in part.Command.List("in"))
        {
            SessionVariable variable = variables.FirstOrDefault(variable => variable.Name == name)
                ?? throw CellFailures.Value($"There is no variable {name} that could go to r.");
            SetValue(name, variable.Value, variable.Type, context);
        }
        HashSet<string> words = RWords.Find(part.Text);
        (string, RObject)[] frames = [.. variables.Where(variable => variable.Value is DataFrame && words.Contains(variable.Name))
            .Select(variable => (variable.Name, Input(variable.Name, variable.Value)))];
        string[] outputs = [.. part.Command.List("out")];
        (RObject answer, IReadOnlyList<byte[]> plots) = await AskAsync(
            part.Text, frames, outputs, (name, text) => context.Sink.Write(name, text), cancellationToken).ConfigureAwait(false);

        foreach (byte[] plot in plots)
        {
            context.Sink.AddDisplay(MimeBundle.Empty.With("image/png", Convert.ToBase64String(plot)).With("text/plain", "[plot]"));
        }

        if (answer.Element("error") is { Kind: RKind.List } error)
        {
            throw Failure(error, part.Text);
        }

        foreach (string name in outputs)
        {
            if (IsMissing(answer.Element("values").Element(name)))
            {
                throw CellFailures.Value($"There is no variable {name} in r after the cell; --out names it.");
            }

            Take(answer, name);
            host.Get(LanguageList.CSharp).SetValue(name, _shared[name], _shared[name]?.GetType() ?? typeof(object), context);
        }
        return null;
    }

    public void SetValue(string name, object? value, Type type, CellContext context) => _waiting.Add((name, Input(name, value)));

    public void Dispose() => _program?.Dispose();

    private static RObject Input(string name, object? value)
    {
        try
        {
            return RInput.From(value);
        }
        catch (NotSupportedException exception)
        {
            throw CellFailures.Value($"The variable {name} cannot go to r: {exception.Message}", exception);
        }
    }

    private static bool IsMissing(RObject output) => output.Element("missing").Kind != RKind.Null;

    private void Take(RObject answer, string name)
    {
        RObject output = answer.Element("values").Element(name);
        if (output.Element("class") is { Kind: RKind.Text } type)
        {
            throw CellFailures.Value(
                $"The variable {name} cannot leave r: a {type.Data.GetValue(0)} is neither a data frame nor made of vectors and lists.");
        }

        try
        {
            _shared[name] = ROutput.From(output.Element("value"));
        }
        catch (NotSupportedException exception)
        {
            throw CellFailures.Value($"The variable {name} cannot leave r: {exception.Message}.", exception);
        }
    }

    private async Task<(RObject Answer, IReadOnlyList<byte[]> Plots)> AskAsync(
        string code,
        IEnumerable<(string, RObject)> frames,
        string[] outputs,
        Action<string, string> write,
        CancellationToken cancellationToken)
    {
        if (_program is { IsRunning: false })
        {
            End();
        }

        string rscript = RProgram.Find(Environment.GetEnvironmentVariable("PATH")) ?? throw CellFailures.Language(NotFound);
        _program ??= new RProgram(rscript, host.WorkingDirectory);
        var request = RObject.Named(
        [
            ("code", RObject.Texts(code)),
            ("file", RObject.Texts("cell")),
            ("frames", RObject.Named(frames)),
            ("values", RObject.Named(_waiting)),
            ("outputs", RObject.Texts(outputs)),
        ]);
        (RObject? answer, IReadOnlyList<byte[]> plots) = await _program.AskAsync(request, write, cancellationToken).ConfigureAwait(false);
        _waiting.Clear();
        if (answer is not null)
        {
            return (answer, plots);
        }

        End();
        throw new CellFailedException(
            new CellFailure(CellFailureKind.Runtime, "REnded", "R has ended, and its variables are gone; the next cell starts it again."));
    }

    /// <summary>The message where R is not installed.</summary>
    internal const string NotFound =
        "There is no R on this machine: no Rscript was found in the folders of PATH; R comes from https://www.r-project.org, or as a package of the system (Debian: r-base-core).";

    private void End()
    {
        _program?.Dispose();
        _program = null;
    }

    private static CellFailedException Failure(RObject error, string code)
    {
        string message = Text("message") ?? "";
        int? line = Number("line");
        string place = line is { } number ? string.Create(
            CultureInfo.InvariantCulture, $"   at line {number}: {code.Split('\n').ElementAtOrDefault(number - 1)?.Trim()}") : "";
        return new CellFailedException(new CellFailure(CellFailureKind.Runtime, Text("type") ?? "error", message)
        {
            Line = line,
            // R gives 0 where there is no column, as at an unexpected end.
            Column = Number("column") is > 0 and var column ? column : null,
            Traceback = [$"Error{Text("call")}: {message}", .. place.Length > 0 ? [place] : Array.Empty<string>()],
        });

        string? Text(string name) => error.Element(name).Data is string?[] { Length: > 0 } texts ? texts[0] : null;
        int? Number(string name) => error.Element(name).Data is int[] { Length: > 0 } numbers ? numbers[0] : null;
    }
}
