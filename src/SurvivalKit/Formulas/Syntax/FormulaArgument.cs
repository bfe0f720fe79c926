namespace SurvivalKit;

/// <summary>An argument of a call in a formula, with its name where one is given: <c>ref = "control"</c>.</summary>
internal sealed record FormulaArgument(string? Name, FormulaNode Value)
{
    public override string ToString() => Name is null ? Value.ToString() : $"{FormulaNode.Quoted(Name)} = {Value}";
}
