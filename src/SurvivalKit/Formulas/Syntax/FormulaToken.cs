namespace SurvivalKit;

internal enum FormulaTokenKind
{
    Name,
    Number,
    Text,
    Operator,
    End,
}

/// <summary>A word, number, text or sign of a formula, and its position.</summary>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Value, int Position)
{
    public bool Is(string sign) => Kind == FormulaTokenKind.Operator && Value == sign;

    public override string ToString() => Kind == FormulaTokenKind.End ? "the end" : $"\"{Value}\"";
}
