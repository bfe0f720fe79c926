namespace SurvivalKit;

/// <summary>A formula that cannot be read or does not fit its data; it gives the position in the formula.</summary>
public sealed class FormulaException : SurvivalDataException
{
    internal FormulaException(string formula, int position, string problem)
        : base(FormattableString.Invariant($"formula, column {position + 1}: {problem} In: {formula}"))
    {
        Formula = formula;
        Position = position;
    }

    /// <summary>The formula as it was given.</summary>
    public string Formula { get; }

    /// <summary>The place of the error in <see cref="Formula"/>, counted from 0.</summary>
    public int Position { get; }
}
