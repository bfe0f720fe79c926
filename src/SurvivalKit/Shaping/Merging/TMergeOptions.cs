namespace SurvivalKit;

/// <summary>How a <see cref="TMerge"/> reads times and names its columns; the options of R's tmerge.</summary>
public sealed record TMergeOptions
{
    /// <summary>The name of the column of starts; default: <c>tstart</c>. R's tstartname.</summary>
    public string StartName { get; init; } = "tstart";

    /// <summary>The name of the column of stops; default: <c>tstop</c>. R's tstopname.</summary>
    public string StopName { get; init; } = "tstop";

    /// <summary>How long after its time a time-dependent value takes effect, but for those at or before the subject's first start;
    /// default: 0. R's delay.</summary>
    public double Delay { get; init; }

    /// <summary>Whether observations without a value are left out, so that the value before stays; default: yes. R's na.rm.</summary>
    public bool LeaveOutMissing { get; init; } = true;

    /// <summary>The value of a time-dependent covariate before its first observation: a number, text or truth value; default: missing. R's
    /// tdcstart.</summary>
    public object? BeforeFirst { get; init; }

    /// <summary>The column of the baseline data with each subject's first day, where times are dates: they become days since then;
    /// default: none, so that a date as a time is an error.</summary>
    public string? Origin { get; init; }
}
