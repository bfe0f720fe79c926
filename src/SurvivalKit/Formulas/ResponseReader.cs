namespace SurvivalKit;

/// <summary>Evaluates the left side of a formula and makes the response of the complete rows.</summary>
internal sealed class ResponseReader
{
    private readonly SurvNames _names;
    private readonly string? _source;
    private readonly ReadOnlyMemory<double>[] _times;
    private readonly FormulaValue _status;

    public ResponseReader(SurvivalFormula formula, FormulaEvaluator evaluator, string? source)
    {
        _names = formula.ResponseNames;
        _source = source;
        _times = [.. formula.Times.Select(evaluator.Numbers)];
        _status = formula.Status is { } status ? evaluator.Evaluate(status) : evaluator.Constant(1);
    }

    public void Require(RowChoice choice)
    {
        choice.Require(_status);
        foreach (ReadOnlyMemory<double> values in _times)
        {
            choice.Require(values.Span);
        }
    }

    /// <summary>The response of the rows that are kept; null: of all rows.</summary>
    public Surv Read(int[]? kept)
    {
        double[] time = RowCut.Copied(_times[^1], kept);
        double[] start = _times.Length == 2 ? RowCut.Copied(_times[0], kept) : [];
        bool[] events = _status switch
        {
            FormulaValue.Logicals logicals => StatusCoding.ToEvents(((FormulaValue.Logicals)RowCut.Keep(logicals, kept)).Values),
            FormulaValue.Numbers numbers => StatusCoding.ToEvents(
                RowCut.Keep(numbers.Values, kept).Span, StatusCoding.EventCode(numbers.Values.Span), _names.Status, _source, kept),
            _ => throw SurvivalDataException.AtColumn(
                _source, _names.Status, "a status in words cannot be read; 0/1, 1/2 or logical was expected, as from status == \"dead\"."),
        };
        return Surv.Make(start, time, events, _names, _source, kept);
    }
}
