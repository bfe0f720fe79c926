namespace SurvivalKit.Benchmarks;

/// <summary>Runs the comparison: one data set, and for each row our runs, then R's, then the check that the results agree.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Repeats">The number of timed runs whose median is used.</param>
/// <param name="Say">Reports progress.</param>
/// <param name="Warn">Reports a result that does not agree.</param>
internal sealed record PeerRun(int Rows, int Repeats, Action<string> Say, Action<string> Warn)
{
    // The small runs are enough for the compiler to optimise the code; the large ones give it the time, and fill the caches.
    private const int SmallRows = 1000;
    private const int SmallRuns = 40;
    private const int ManyRows = 100_000;
    private const int WarmUpsInR = 1;

    private int LargeRuns => Rows >= ManyRows ? 10 : 1;

    /// <summary>Runs some rows.</summary>
    /// <param name="cases">The rows.</param>
    /// <param name="session">R; <see langword="null"/> where there is none.</param>
    /// <param name="cancellation">Stops after the row that is running.</param>
    public IEnumerable<PeerRow> Run(IReadOnlyList<PeerCase> cases, RSession? session, CancellationToken cancellation)
    {
        Say($"making {Rows:N0} rows");
        PeerData small = PeerData.Make(Math.Min(SmallRows, Rows));
        PeerData data = PeerData.Make(Rows);
        if (session is not null)
        {
            Say("handing the data to R");
            Send(data, session);
        }

        foreach (PeerCase row in cases)
        {
            cancellation.ThrowIfCancellationRequested();
            Say($"{row.Name}: here");
            row.TimeOurs(small.Frame, SmallRuns, 0);
            int rows = Math.Min(Rows, row.MostRows ?? Rows);

            // The first rows of a data set are the smaller data set.
            PeerData given = rows < Rows ? PeerData.Make(rows) : data;
            double ours = Timing.Median(row.TimeOurs(given.Frame, LargeRuns, Repeats));
            yield return session is null || !row.IsInR
                ? new PeerRow(row.Name, rows, ours, null, null, null)
                : WithR(row, given, ours, session);
        }
    }

    private PeerRow WithR(PeerCase row, PeerData data, double ours, RSession session)
    {
        Say($"{row.Name}: in R");
        session.Evaluate(FormattableString.Invariant($"{{ whole <- peers; peers <- whole[seq_len({data.Rows}), ]; NULL }}"));
        double theirs = Timing.Median(row.TimeTheirs(session, WarmUpsInR, Repeats));
        Say($"{row.Name}: comparing the results");
        IReadOnlyList<string> differences = row.Differences(data.Frame, session);
        foreach (string difference in differences)
        {
            Warn($"{row.Name}: {difference}");
        }

        session.Evaluate("{ peers <- whole; rm(whole); NULL }");
        return new PeerRow(row.Name, data.Rows, ours, theirs, theirs / ours, differences.Count == 0);
    }

    private static void Send(PeerData data, RSession session)
    {
        session.Evaluate("{ peers <- list(); NULL }");
        foreach (PeerColumn column in data.Columns)
        {
            session.Evaluate($"{{ peers[[\"{column.Name}\"]] <- {column.Send(session)}; NULL }}");
            session.Forget(column.Name);
        }

        session.Evaluate("{ peers <- as.data.frame(peers); NULL }");
    }
}
