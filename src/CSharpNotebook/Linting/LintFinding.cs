using System.Globalization;

namespace CSharpNotebook.Linting;

/// <summary>A problem that prevents a notebook from being reproduced.</summary>
/// <param name="Rule">The id of the rule, one of <see cref="LintRules"/>.</param>
/// <param name="CellNumber">The place among all cells, counted from 1; 0 when it is the notebook as a whole.</param>
/// <param name="Line">The line in the cell, counted from 1; null when it is the cell as a whole.</param>
/// <param name="Message">The problem and what was expected, in one sentence.</param>
public sealed record LintFinding(string Rule, int CellNumber, int? Line, string Message)
{
    /// <summary>The finding in one line.</summary>
    /// <returns>Such as <c>cell 2, line 1: unpinned-package: ...</c>.</returns>
    public override string ToString()
    {
        string cell = CellNumber > 0 ? string.Create(CultureInfo.InvariantCulture, $"cell {CellNumber}") : "notebook";
        string line = Line is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number}") : "";
        return $"{cell}{line}: {Rule}: {Message}";
    }
}
