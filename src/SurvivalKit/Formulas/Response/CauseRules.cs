using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>How a status names competing causes, as R's <c>Surv(time, factor(status))</c>: one level is censoring, each other one a
/// cause.</summary>
/// <param name="Censored">The level that is censoring; <see langword="null"/>: the first level of a factor or text.</param>
internal sealed record CauseRules(string? Censored = null)
{
    /// <summary>The levels of a status, in every row of the data.</summary>
    /// <exception cref="SurvivalDataException">The status is missing from the formula, is a number of which no code is said to be
    /// censoring, or has no censoring level or no cause.</exception>
    public FormulaValue.Levels Levels(SurvivalFormula formula, FormulaEvaluator evaluator, string? source)
    {
        if (formula.Status is not { } status)
        {
            throw new SurvivalDataException(
                $"{formula} has no status; one whose levels are censoring and the causes was expected, as Surv(time, factor(status)).");
        }

        FormulaValue value = evaluator.Evaluate(status);
        if (Censored is null && value is FormulaValue.Numbers)
        {
            throw SurvivalDataException.AtColumn(
                source,
                status.ToString(),
                $"it is a number, of which no code is known to be censoring; factor({status}), whose first level is, or the censoring code "
                    + "was expected.");
        }

        FormulaValue.Levels levels = value is FormulaValue.Matrix ? throw new FormulaException(
            formula.Text, status.Position, "a status of one column was expected; several were found.") : value.AsLevels();
        string[] known = [.. levels.Names];
        if (Censored is not null && !known.Contains(Censored))
        {
            throw SurvivalDataException.AtColumn(
                source,
                status.ToString(),
                $"no level is \"{Censored}\", which was to be censoring; one of {Listed(known)} was expected.");
        }

        return known.Length > 1 ? levels : throw SurvivalDataException.AtColumn(
            source, status.ToString(), $"its only level is {Listed(known)}; one of censoring and one or more of causes were expected.");
    }

    /// <summary>The places of the causes in some rows, from 1, and 0 for censoring; and the causes' names.</summary>
    /// <exception cref="SurvivalDataException">No row has an event.</exception>
    public (int[] Codes, ImmutableArray<string> Causes) Codes(FormulaValue.Levels levels, int[]? kept, string column, string? source)
    {
        int censored = Place(levels);
        int[] places = ((FormulaValue.Levels)RowCut.Keep(levels with { IsText = false }, kept)).Codes;
        int[] codes = Array.ConvertAll(places, place => place == censored ? 0 : place < censored ? place + 1 : place);
        return Array.Exists(codes, code => code > 0) ? (codes, levels.Names.RemoveAt(censored)) : throw SurvivalDataException.AtColumn(
            source, column, $"every row has \"{levels.Names[censored]}\", which is censoring; an event of some cause was expected.");
    }

    /// <summary>A sentence for each cause that has no event.</summary>
    public static IEnumerable<string> Cautions(int[] codes, ImmutableArray<string> causes)
    {
        bool[] occurs = new bool[causes.Length + 1];
        Array.ForEach(codes, code => occurs[code] = true);
        return causes.Where((_, place) => !occurs[place + 1]).Select(cause => $"The cause \"{cause}\" has no event.");
    }

    /// <summary>The level that is censoring.</summary>
    public string CensoringLevel(FormulaValue.Levels levels) => levels.Names[Place(levels)];

    private int Place(FormulaValue.Levels levels) => Censored is null ? 0 : levels.Names.IndexOf(Censored);

    private static string Listed(IEnumerable<string> levels) => string.Join(", ", levels.Select(level => $"\"{level}\""));
}
