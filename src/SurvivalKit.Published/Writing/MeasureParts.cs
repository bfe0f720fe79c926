using System.Text.Json.Nodes;

namespace SurvivalKit.Published;

/// <summary>How a row is measured, as an object of a study file; each kind of measure has its own keys.</summary>
internal static class MeasureParts
{
    public static JsonObject Of(StudyRow row)
    {
        JsonObject made = JsonParts.Object(("place", row.Place), ("row", row.Row), ("measure", row.Measure.Name));
        switch (row.Measure)
        {
            case CountMeasure count:
                AddCondition(made, count.Condition);
                if (count.OfKnown)
                {
                    made["of"] = "known";
                }

                break;
            case CountPairMeasure pair:
                made["column"] = pair.Column;
                made["pair"] = JsonParts.List([pair.First, pair.Second]);
                break;
            case MeanSdMeasure or MedianSdMeasure or MeanRangeMeasure:
                made["column"] = row.Measure.Columns[0];
                break;
            case MedianRangeMeasure median:
                made["endpoint"] = median.Endpoint;
                break;
            case PValueMeasure p:
                AddTest(made, p);
                break;
            case CoxMeasure cox:
                made["endpoint"] = cox.Endpoint;
                made["covariates"] = JsonParts.List(cox.Covariates);
                made["term"] = cox.Term;
                AddText(made, "level", cox.Level);
                made["ties"] = DesignParts.TiesOf(cox.Ties);
                break;
            case AlterationFrequencyMeasure frequency:
                made["genes"] = JsonParts.List(frequency.Genes);
                break;
        }

        AddText(made, "note", row.Note);
        return made;
    }

    private static void AddTest(JsonObject made, PValueMeasure p)
    {
        made["test"] = MeasureReader.Tests.First(test => test.Test == p.Test).Name;
        AddText(made, "endpoint", p.Endpoint);
        AddText(made, "column", p.Column);
        if (!p.Indicators.IsEmpty)
        {
            made["columns"] = JsonParts.List(p.Indicators);
        }

        if (p.MissingAsLevel)
        {
            made["missingAsLevel"] = true;
        }

        if (p.Condition is { } condition)
        {
            AddCondition(made, condition);
        }
    }

    private static void AddCondition(JsonObject made, PatientCondition condition)
    {
        if (condition.Columns is [var column])
        {
            made["column"] = column;
        }
        else
        {
            made["columns"] = JsonParts.List(condition.Columns);
        }

        switch (condition.Kind)
        {
            case ConditionKind.Among when condition.Levels is [var level]:
                made["equals"] = level;
                break;
            case ConditionKind.Among:
                made["among"] = JsonParts.List(condition.Levels);
                break;
            case ConditionKind.Exactly:
                made["equals"] = condition.Bound;
                break;
            case ConditionKind.Missing:
                made["missing"] = true;
                break;
            default:
                made[MeasureReader.Bounds.First(bound => bound.Kind == condition.Kind).Key] = condition.Bound;
                break;
        }
    }

    private static void AddText(JsonObject made, string key, string? text)
    {
        if (text is not null)
        {
            made[key] = text;
        }
    }
}
