using SurvivalKit.Benchmarks;

namespace SurvivalKit.Fuzz;

/// <summary>R's answers, of one process.</summary>
internal sealed class ROracle : IDisposable
{
    private readonly RSession _session;

    private ROracle(RSession session) => _session = session;

    /// <summary>The versions of R and of its package.</summary>
    public string Version => $"{_session.Version}, survival {_session.SurvivalVersion}";

    /// <summary>Starts R.</summary>
    /// <returns>The session; <see langword="null"/> where there is no R with <c>survival</c>.</returns>
    public static ROracle? TryStart()
    {
        RSession? session = RSession.TryStart();
        if (session is null)
        {
            return null;
        }

        using Stream source = typeof(ROracle).Assembly.GetManifestResourceStream("fuzz.R")!;
        var script = new byte[source.Length];
        source.ReadExactly(script);
        session.Write<byte>("fuzz.R", script);
        session.Evaluate("{ source(\"fuzz.R\"); 0 }");
        return new(session);
    }

    /// <summary>R's answer to a question.</summary>
    public Answer To(Question question, FuzzSet set)
    {
        set = set.Of(question);
        IReadOnlyList<string> keys = OurAnswers.KeysOf(question.Kind);
        _session.Write<double>("set", set.Columns.SelectMany(column => column.Values).ToArray());
        string names = string.Join(", ", set.Columns.Select(column => $"\"{column.Name}\""));
        string text = string.Join(", ", set.Columns.Select(column => column.IsText ? "TRUE" : "FALSE"));
        string wanted = string.Join(", ", keys.Select(key => $"\"{key}\""));
        double[] flat;
        try
        {
            flat = _session.Evaluate(
                $"fuzz_ask(\"{question.RFunction}\", {set.Rows}, c({names}), c({text}), \"{question.Formula}\", "
                + $"{question.ROptions}, c({wanted}))");
        }
        catch (RException refusal) when (refusal.Message.StartsWith("R could not", StringComparison.Ordinal))
        {
            return new() { Refusal = refusal.Message[(refusal.Message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..] };
        }

        var values = new Dictionary<string, double[]>();
        int place = 0;
        foreach (string key in keys)
        {
            int length = (int)flat[place++];
            if (length >= 0)
            {
                values[key] = flat[place..(place + length)];
                place += length;
            }
        }

        return new() { Values = values };
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
