using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The parts of <c>Surv()</c> by R's rules: <c>Surv(time)</c>, <c>Surv(time, event)</c>, <c>Surv(start, stop, event)</c>, each
/// also by name.</summary>
internal static class SurvArguments
{
    /// <summary>The parts in the order start, stop, event; or time, event; or time alone, where every row has the event.</summary>
    /// <exception cref="FormulaException">The parts are too few, too many, or of a type of censoring that is not supported.</exception>
    public static ImmutableArray<FormulaNode> Read(string formula, FormulaNode.Call surv)
    {
        var arguments = new CallArguments(formula, surv, "time", "time2", "event", "type", "origin");
        if (arguments["origin"] is not (null or FormulaNode.Number { Value: 0 }))
        {
            throw arguments.At("origin", "Surv() takes no origin; the times themselves were expected from it, as in Surv(time - 5, status).");
        }

        string type = arguments.Text("type") ?? "";
        FormulaNode? time = arguments["time"];
        FormulaNode? second = arguments["time2"];
        FormulaNode? status = arguments["event"];
        bool isCounting = second is not null && status is not null;
        bool isKnown = "right".StartsWith(type, StringComparison.Ordinal) || "counting".StartsWith(type, StringComparison.Ordinal);
        if (!isKnown)
        {
            throw arguments.At("type", $"Surv() of the type \"{type}\" is not supported; \"right\" or \"counting\" was expected.");
        }

        if (time is null || (type.Length > 0 && (isCounting != (type[0] == 'c') || (second ?? status) is null)))
        {
            throw new FormulaException(formula, surv.Position, "Surv takes a time and a status, or start, stop and status, as its type says.");
        }

        return isCounting ? [time, second!, status!] : (second ?? status) is { } only ? [time, only] : [time];
    }
}
