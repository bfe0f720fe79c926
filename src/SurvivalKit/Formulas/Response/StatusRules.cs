using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>What can be seen wrong in the expression of a status before its codes are read.</summary>
internal static class StatusRules
{
    /// <summary>Throws where a status is CDISC's censoring flag as it stands, or has a cell that a loader took as missing.</summary>
    public static void Check(SurvivalFormula formula, FormulaNode status, FormulaEvaluator evaluator, string? source)
    {
        if (IsCensoringFlag(status))
        {
            FormulaNode.Name name = Bare(status)!;
            string times = string.Join(", ", formula.Times);
            throw new FormulaException(
                formula.Text,
                name.Position,
                $"{name} is the censoring flag of CDISC's ADTTE, in which 0 is an event; Surv({times}, {name} == 0) was expected.");
        }

        foreach (string column in status.Columns().Distinct(StringComparer.Ordinal))
        {
            if (evaluator.ColumnOf(column) is { } marked && MarkedCells.Of(marked) is var (row, mark))
            {
                throw SurvivalDataException.AtCell(
                    source, row, column, mark,
                    $"\"{mark}\" is no status; 0/1, 1/2 or logical was expected (--missing \"{mark}\" takes it as missing).");
            }
        }
    }

    /// <summary>Whether a status is the column CNSR as it stands.</summary>
    public static bool IsCensoringFlag(FormulaNode status) =>
        Bare(status) is { } name && name.Value.Equals("CNSR", StringComparison.OrdinalIgnoreCase);

    /// <summary>A sentence for each comparison of a column with a value that the column does not have.</summary>
    public static ImmutableArray<string> Cautions(FormulaNode status, FormulaEvaluator evaluator) => status switch
    {
        FormulaNode.Parenthesis inner => Cautions(inner.Inner, evaluator),
        FormulaNode.Unary not => Cautions(not.Operand, evaluator),
        FormulaNode.Binary { Sign: "&" or "&&" or "|" or "||" } both =>
            [.. Cautions(both.Left, evaluator), .. Cautions(both.Right, evaluator)],
        FormulaNode.Binary { Sign: "==" or "!=" or "%in%" } compared => Compared(compared, evaluator),
        _ => [],
    };

    /// <summary>A status in words that no comparison makes an event.</summary>
    public static SurvivalDataException InWords(FormulaValue.Levels status, string name, string? source)
    {
        int row = Array.FindIndex(status.Codes, code => code >= 0);
        string word = row < 0 ? "" : status.Names[status.Codes[row]];

        // A code that is no number says more than the numbers before it.
        int odd = Array.FindIndex(status.Codes, code => code >= 0 && !IsNumber(status.Names[code]));
        (row, word) = odd < 0 ? (row, word) : (odd, status.Names[status.Codes[odd]]);
        return SurvivalDataException.AtCell(
            source, row + 1, name, word,
            $"\"{word}\" is a status in words; 0/1, 1/2 or logical was expected, as from {name} == \"{word}\".");
    }

    private static bool IsNumber(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // The column itself, in brackets or not.
    private static FormulaNode.Name? Bare(FormulaNode node) => node switch
    {
        FormulaNode.Name name => name,
        FormulaNode.Parenthesis inner => Bare(inner.Inner),
        FormulaNode.Unary { Sign: "+" } plus => Bare(plus.Operand),
        FormulaNode.Call { Function: "I" or "identity" or "as.numeric" or "as.integer", Arguments: [{ Value: var only }] } => Bare(only),
        _ => null,
    };

    private static ImmutableArray<string> Compared(FormulaNode.Binary node, FormulaEvaluator evaluator)
    {
        (FormulaNode column, FormulaNode constants) = Bare(node.Left) is not null ? (node.Left, node.Right) : (node.Right, node.Left);
        if (Bare(column) is not { } name || evaluator.ColumnOf(name.Value) is null)
        {
            return [];
        }

        string[] asked = [.. Constants(constants)];
        FormulaValue value = evaluator.Evaluate(name);
        ImmutableArray<string> known = FormulaFunctions.Used(value is FormulaValue.Matrix ? new([], []) : value.AsLevels()).Names;
        string[] unknown = [.. asked.Where(word => !known.Contains(word))];
        if (unknown.Length == 0)
        {
            return [];
        }

        bool areWords = value is FormulaValue.Levels;
        string Shown(string word) => areWords ? $"\"{word}\"" : word;
        string more = known.Length > 10 ? ", ..." : "";
        return
        [
            $"No value of {name} is {string.Join(" or ", unknown.Select(Shown))}; there are {string.Join(", ", known.Take(10).Select(Shown))}{more}.",
        ];
    }

    private static IEnumerable<string> Constants(FormulaNode node) => node switch
    {
        FormulaNode.Text text => [text.Value],
        FormulaNode.Number number => [NumberFormat.OfLevel(number.Value)],
        FormulaNode.Parenthesis inner => Constants(inner.Inner),
        FormulaNode.Call { Function: "c" } call => call.Arguments.SelectMany(argument => Constants(argument.Value)),
        _ => [],
    };
}
