using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CSharpNotebook.Jupyter;

/// <summary>The executed code of this session, for <c>history_request</c>. There is one session, whose number is 1.</summary>
internal sealed class ExecutionHistory
{
    private const int Session = 1;

    private readonly Lock _lock = new();
    private readonly List<(int Line, string Input, string? Output)> _entries = [];

    public void Add(int line, string input, string? output)
    {
        lock (_lock)
        {
            _entries.Add((line, input, output));
        }
    }

    /// <summary>Answers a request.</summary>
    public JsonArray Find(JupyterMessage request)
    {
        lock (_lock)
        {
            IEnumerable<(int Line, string Input, string? Output)> found = request.Text("hist_access_type") switch
            {
                "range" => Range(request),
                "search" => Search(request),
                _ => Tail(_entries, request.Number("n")),
            };
            bool withOutput = request.Flag("output", otherwise: false);
            return new JsonArray([.. found.Select(entry => (JsonNode)new JsonArray(
                Session, entry.Line, withOutput ? new JsonArray(entry.Input, entry.Output) : entry.Input))]);
        }
    }

    private IEnumerable<(int Line, string Input, string? Output)> Range(JupyterMessage request)
    {
        // Session 0 is the current one, a negative number counts back from it.
        if (request.Number("session") is not (null or 0 or Session))
        {
            return [];
        }

        int start = request.Number("start") ?? 0;
        int stop = request.Number("stop") ?? int.MaxValue;
        return _entries.Where(entry => entry.Line >= start && entry.Line < stop);
    }

    private IEnumerable<(int Line, string Input, string? Output)> Search(JupyterMessage request)
    {
        // A glob: * stands for any text, ? for one character.
        string pattern = request.Text("pattern") is { Length: > 0 } glob ? glob : "*";
        var expression = new Regex(
            "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
            RegexOptions.Singleline | RegexOptions.NonBacktracking);
        IEnumerable<(int Line, string Input, string? Output)> found = _entries.Where(entry => expression.IsMatch(entry.Input));
        if (request.Flag("unique", otherwise: false))
        {
            found = found.GroupBy(entry => entry.Input).Select(same => same.Last()).OrderBy(entry => entry.Line);
        }

        return Tail([.. found], request.Number("n"));
    }

    private static IEnumerable<(int Line, string Input, string? Output)> Tail(
        List<(int Line, string Input, string? Output)> entries, int? count) =>
        entries.Skip(Math.Max(0, entries.Count - Math.Max(0, count ?? entries.Count)));
}
