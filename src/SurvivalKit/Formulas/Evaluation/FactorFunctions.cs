using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The functions of a formula that make or change a factor: <c>factor()</c>, <c>relevel()</c> and <c>C()</c>.</summary>
/// <remarks>
/// <c>factor(x, levels = c(...), labels = c(...))</c> as in R: a value that is none of the levels is missing.
/// <c>relevel(x, ref = "b")</c> as in R: the level comes first; a number is the level's place.
/// <c>C(x, ref = "b")</c> keeps the order of the levels and compares all with b; a number names the level that it prints as. Its
/// columns are named by the term's text and the level, <c>C(x, ref = "b")a</c>, as R names those of its own <c>C()</c>.
/// </remarks>
internal static class FactorFunctions
{
    public static IEnumerable<FormulaFunction> All { get; } =
    [
        FormulaFunction.Of("factor", "x, levels, labels, exclude, ordered", call => Factor(call, call.Arguments.Flag("ordered"))),
        FormulaFunction.Of("ordered", "x, levels, labels", call => Factor(call, true)),
        FormulaFunction.Of("as.factor", "x", call => FormulaFunctions.Used(call.FirstLabels().AsLevels()) with { IsText = false }),
        FormulaFunction.Of("as.ordered", "x", call =>
            FormulaFunctions.Used(call.FirstLabels().AsLevels()) with { IsText = false, IsOrdered = true }),
        FormulaFunction.Of("droplevels", "x", call => FormulaFunctions.Used(call.FirstLabels().AsLevels()) with { IsText = false }),
        FormulaFunction.Of("as.character", "x", call => AsText(call.FirstLabels().AsLevels())),

        // New data are coded by the names of their levels; they need not have the reference level.
        FormulaFunction.Of("relevel", "x, ref", call => call.Evaluator.IsFitted
            ? call.First().AsLevels() : Relevel(call.Arguments, call.First().AsLevels())),
        FormulaFunction.Of("C", "x, ref", call => call.Evaluator.IsFitted
            ? call.First().AsLevels() : Against(call.Arguments, call.First().AsLevels())),
        CutFunction.Function,
        InteractionFunction.Function,
    ];

    private static FormulaValue.Levels Factor(FunctionCall call, bool? ordered)
    {
        FormulaValue.Levels value = call.FirstLabels().AsLevels();
        if (call.Arguments["exclude"] is { } exclude && !FormulaNode.IsConstant(exclude.ToString()))
        {
            ImmutableArray<string> left = call.Arguments.Texts("exclude")!.Value;
            value = FormulaFunctions.Used(value with
            {
                Codes = Array.ConvertAll(value.Codes, code => code < 0 || left.Contains(value.Names[code]) ? -1 : code),
            });
        }

        FormulaValue.Levels made = Factor(
            call.Arguments, levels => call.Evaluator.Remembered(call.Call, "levels of " + call.Call, levels), value);
        return made with { IsOrdered = ordered ?? value.IsOrdered };
    }

    // The order of texts, whatever that of the factor was.
    private static FormulaValue.Levels AsText(FormulaValue.Levels value)
    {
        FormulaValue.Levels used = FormulaFunctions.Used(value);
        string[] names = [.. used.Names];
        int[] order = [.. Enumerable.Range(0, names.Length)];
        Array.Sort(names, order, LevelOrder.Text);
        return new FormulaValue.Levels(FormulaFunctions.Renumbered(used.Codes, FormulaFunctions.Inverse(order)), [.. names])
        {
            IsText = true,
        };
    }

    private static FormulaValue.Levels Factor(
        CallArguments arguments, Func<FormulaValue.Levels, FormulaValue.Levels> remembered, FormulaValue.Levels value)
    {
        ImmutableArray<string>? levels = arguments.Texts("levels");
        ImmutableArray<string>? labels = arguments.Texts("labels");
        if (levels is { } given)
        {
            if (given.Distinct(StringComparer.Ordinal).Count() < given.Length)
            {
                throw arguments.At("levels", "a level is listed twice; levels are expected once each.");
            }

            value = new FormulaValue.Levels(
                FormulaFunctions.Renumbered(value.Codes, [.. value.Names.Select(name => given.IndexOf(name))]), given);
        }
        else
        {
            value = FormulaFunctions.Used(value) with { IsText = false };
            value = labels is null ? value : remembered(value);
        }

        return labels is { } named ? Labelled(value, named, arguments) : value;
    }

    /// <param name="arguments">The call's arguments x and ref.</param>
    /// <param name="levels">The factor as it is.</param>
    private static FormulaValue.Levels Relevel(CallArguments arguments, FormulaValue.Levels levels)
    {
        int place = arguments["ref"] is FormulaNode.Number
            ? arguments.WholeNumber("ref", 1, levels.Names.Length)!.Value - 1
            : Place(arguments, levels);
        int[] order = [place, .. Enumerable.Range(0, levels.Names.Length).Where(level => level != place)];
        return new FormulaValue.Levels(
            FormulaFunctions.Renumbered(levels.Codes, FormulaFunctions.Inverse(order)), [.. order.Select(level => levels.Names[level])]);
    }

    private static FormulaValue.Levels Against(CallArguments arguments, FormulaValue.Levels levels) =>
        levels with { IsText = false, Reference = arguments["ref"] is null ? 0 : Place(arguments, levels) };

    private static int Place(CallArguments arguments, FormulaValue.Levels levels)
    {
        if (arguments.Texts("ref") is not [var reference])
        {
            throw arguments.At("ref", "one reference level was expected, as in ref = \"control\".");
        }

        int place = levels.Names.IndexOf(reference);
        return place >= 0 ? place : throw arguments.At(
            "ref", $"\"{reference}\" is none of the levels {FactorColumn.ListOf(levels.Names)}.");
    }

    // A single label is numbered for each level; equal labels merge their levels.
    private static FormulaValue.Levels Labelled(FormulaValue.Levels value, ImmutableArray<string> labels, CallArguments arguments)
    {
        if (labels is [var only] && value.Names.Length > 1)
        {
            labels = [.. value.Names.Select((_, level) => FormattableString.Invariant($"{only}{level + 1}"))];
        }

        if (labels.Length != value.Names.Length)
        {
            throw arguments.At("labels", FormattableString.Invariant(
                $"{NumberText.Count(labels.Length, "label")} {(labels.Length == 1 ? "was" : "were")} given for the {NumberText.Count(value.Names.Length, "level")} {FactorColumn.ListOf(value.Names)}; one each was expected."));
        }

        ImmutableArray<string> distinct = [.. labels.Distinct(StringComparer.Ordinal)];
        return new FormulaValue.Levels(
            distinct.Length == labels.Length
                ? value.Codes
                : FormulaFunctions.Renumbered(value.Codes, [.. labels.Select(label => distinct.IndexOf(label))]),
            distinct);
    }
}
