namespace SurvivalKit.Published;

/// <summary>Reads what a draft did not understand.</summary>
internal static class RemarkReader
{
    public static StudyRemark Read(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var remark = new StudyRemark(
            o.Required("place").Text(),
            o.OptionalText("row"),
            o.OptionalText("column"),
            o.Required("printed").Text(),
            o.Has("line") ? o.Required("line").WholeNumber(1) : null,
            o.Required("reason").Text());
        o.End();
        return remark;
    }
}
