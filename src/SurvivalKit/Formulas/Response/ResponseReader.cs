using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Evaluates the left side of a formula and makes the response of the complete rows.</summary>
internal sealed class ResponseReader
{
    private readonly SurvNames _names;
    private readonly string? _source;
    private readonly ReadOnlyMemory<double>[] _times;
    private readonly FormulaValue _status;
    private readonly CauseRules? _causes;
    private readonly bool _areIntervals;

    /// <param name="formula">The formula.</param>
    /// <param name="evaluator">The data.</param>
    /// <param name="source">The file, where it is known.</param>
    /// <param name="causes">How the status names competing causes; none: it is an event or none.</param>
    public ResponseReader(SurvivalFormula formula, FormulaEvaluator evaluator, string? source, CauseRules? causes = null)
    {
        _causes = causes;
        _names = formula.ResponseNames;
        _areIntervals = formula.IsInterval;
        _source = source;
        _times = new ReadOnlyMemory<double>[formula.Times.Length];
        for (int i = 0; i < _times.Length; i++)
        {
            FormulaNode part = formula.Times[i];
            _times[i] = evaluator.Numbers(part);
            if (evaluator.AreDates(part))
            {
                throw new FormulaException(
                    formula.Text,
                    part.Position,
                    $"{part} is a date; a time was expected, as {part} - entry (days), months(...) or years(...) of it.");
            }
        }

        if (causes is not null)
        {
            _status = causes.Levels(formula, evaluator, source);
            Cautions = [];
            return;
        }

        if (formula.Status is not { } status)
        {
            _status = evaluator.Constant(1);
            Cautions = [];
            return;
        }

        status = evaluator.HasOwnStatus && StatusRules.IsCensoringFlag(status)
            ? new FormulaNode.Binary("==", status, new FormulaNode.Number(0, status.Position), status.Position)
            : status;
        StatusRules.Check(formula, status, evaluator, source);
        _status = evaluator.Evaluate(status);
        Cautions = StatusRules.Cautions(status, evaluator);
    }

    /// <summary>What to know before the numbers are used.</summary>
    public ImmutableArray<string> Cautions { get; private set; }

    /// <summary>The level of the status that is censoring, where the others are competing causes.</summary>
    public string? CensoringLevel => _causes?.CensoringLevel((FormulaValue.Levels)_status);

    public void Require(RowChoice choice)
    {
        choice.Require(_status);
        if (_areIntervals)
        {
            LeaveOutUnbounded(choice);
            return;
        }

        foreach (ReadOnlyMemory<double> values in _times)
        {
            choice.Require(values.Span);
        }

        RequireIntervals(choice);
    }

    // As R, which makes such a response missing: nobody is at risk in an interval without length.
    private void RequireIntervals(RowChoice choice)
    {
        if (_times.Length != 2)
        {
            return;
        }

        ReadOnlySpan<double> start = _times[0].Span;
        ReadOnlySpan<double> stop = _times[1].Span;
        int first = -1;
        int empty = 0;
        for (int row = 0; row < start.Length; row++)
        {
            if (start[row] == stop[row])
            {
                first = first < 0 ? row : first;
                empty++;
                choice.LeaveOut(row);
            }
        }

        if (empty > 0)
        {
            string more = empty == 1 ? "" : FormattableString.Invariant($" (and {empty - 1} more)");
            Cautions = Cautions.Add(FormattableString.Invariant(
                $"The interval of row {first + 1}{more} has no length, {_names.Start} and {_names.Time} being {start[first]}, and counts as missing."));
        }
    }

    // Of an interval without any limit nothing is known, and R makes it missing.
    private void LeaveOutUnbounded(RowChoice choice)
    {
        for (int row = 0; row < _times[0].Length; row++)
        {
            if (!double.IsFinite(_times[0].Span[row]) && !double.IsFinite(_times[1].Span[row]))
            {
                choice.LeaveOut(row);
            }
        }
    }

    /// <summary>The response of the rows that are kept; null: of all rows.</summary>
    public Surv Read(int[]? kept)
    {
        if (_areIntervals)
        {
            return Surv.MakeIntervals(RowCut.Copied(_times[0], kept), RowCut.Copied(_times[1], kept), _names, _source, kept);
        }

        double[] time = RowCut.Copied(_times[^1], kept);
        double[] start = _times.Length == 2 ? RowCut.Copied(_times[0], kept) : [];
        if (_causes is null)
        {
            return Surv.Make(start, time, Events(kept), _names, _source, kept);
        }

        (int[] codes, ImmutableArray<string> names) = _causes.Codes((FormulaValue.Levels)_status, kept, _names.Status, _source);
        Cautions = [.. Cautions, .. CauseRules.Cautions(codes, names)];
        return Surv.Make(start, time, Array.ConvertAll(codes, code => code > 0), _names, _source, kept).WithCauses(codes, names);
    }

    /// <summary>The start of every row as the data have it; null where the response has none.</summary>
    public ReadOnlyMemory<double>? Starts => _times.Length == 2 ? _times[0] : (ReadOnlyMemory<double>?)null;

    /// <summary>The time of every row as the data have it, missing ones too.</summary>
    public ReadOnlyMemory<double> Times => _times[^1];

    /// <summary>The status of every row: 1 an event, 0 none, not-a-number missing.</summary>
    public double[] Statuses()
    {
        int[] present = [.. Enumerable.Range(0, _status.Length).Where(row => !_status.IsMissing(row))];
        bool[] events = Events(present);
        double[] statuses = new double[_status.Length];
        statuses.AsSpan().Fill(double.NaN);
        for (int i = 0; i < present.Length; i++)
        {
            statuses[present[i]] = events[i] ? 1 : 0;
        }

        return statuses;
    }

    private bool[] Events(int[]? kept) => _status switch
    {
        FormulaValue.Logicals logicals => StatusCoding.ToEvents(((FormulaValue.Logicals)RowCut.Keep(logicals, kept)).Values),
        FormulaValue.Numbers numbers => StatusCoding.ToEvents(
            RowCut.Keep(numbers.Values, kept).Span, StatusCoding.EventCode(numbers.Values.Span), _names.Status, _source, kept),
        _ => throw StatusRules.InWords((FormulaValue.Levels)_status, _names.Status, _source),
    };
}
