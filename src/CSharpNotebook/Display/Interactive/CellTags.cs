using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// The HTML tags that every cell can call, as in <c>b("text")</c>: those of <see cref="PocketViewTags"/> except the one that is named
/// <c>_</c>, because where that name is defined, C# has no discards: neither <c>_ = x</c> nor <c>out _</c>. A cell that needs it
/// imports <see cref="PocketViewTags"/> itself, and then its names have priority.
/// </summary>
public static class CellTags
{
#pragma warning disable CS1591, CA1707, IDE1006 // The names are HTML's, and say all there is to say.
    public static dynamic a => PocketViewTags.a;
    public static dynamic area => PocketViewTags.area;
    public static dynamic aside => PocketViewTags.aside;
    public static dynamic b => PocketViewTags.b;
    public static dynamic body => PocketViewTags.body;
    public static dynamic br => PocketViewTags.br;
    public static dynamic button => PocketViewTags.button;
    public static dynamic caption => PocketViewTags.caption;
    public static dynamic center => PocketViewTags.center;
    public static dynamic circle => PocketViewTags.circle;
    public static dynamic code => PocketViewTags.code;
    public static dynamic colgroup => PocketViewTags.colgroup;
    public static dynamic dd => PocketViewTags.dd;
    public static dynamic details => PocketViewTags.details;
    public static dynamic div => PocketViewTags.div;
    public static dynamic dl => PocketViewTags.dl;
    public static dynamic dt => PocketViewTags.dt;
    public static dynamic em => PocketViewTags.em;
    public static dynamic figure => PocketViewTags.figure;
    public static dynamic font => PocketViewTags.font;
    public static dynamic form => PocketViewTags.form;
    public static dynamic g => PocketViewTags.g;
    public static dynamic h1 => PocketViewTags.h1;
    public static dynamic h2 => PocketViewTags.h2;
    public static dynamic h3 => PocketViewTags.h3;
    public static dynamic h4 => PocketViewTags.h4;
    public static dynamic h5 => PocketViewTags.h5;
    public static dynamic h6 => PocketViewTags.h6;
    public static dynamic head => PocketViewTags.head;
    public static dynamic header => PocketViewTags.header;
    public static dynamic hgroup => PocketViewTags.hgroup;
    public static dynamic hr => PocketViewTags.hr;
    public static dynamic html => PocketViewTags.html;
    public static dynamic i => PocketViewTags.i;
    public static dynamic iframe => PocketViewTags.iframe;
    public static dynamic img => PocketViewTags.img;
    public static dynamic input => PocketViewTags.input;
    public static dynamic label => PocketViewTags.label;
    public static dynamic li => PocketViewTags.li;
    public static dynamic line => PocketViewTags.line;
    public static dynamic link => PocketViewTags.link;
    public static dynamic main => PocketViewTags.main;
    public static dynamic menu => PocketViewTags.menu;
    public static dynamic menuitem => PocketViewTags.menuitem;
    public static dynamic meta => PocketViewTags.meta;
    public static dynamic meter => PocketViewTags.meter;
    public static dynamic nav => PocketViewTags.nav;
    public static dynamic ol => PocketViewTags.ol;
    public static dynamic optgroup => PocketViewTags.optgroup;
    public static dynamic option => PocketViewTags.option;
    public static dynamic p => PocketViewTags.p;
    public static dynamic pre => PocketViewTags.pre;
    public static dynamic progress => PocketViewTags.progress;
    public static dynamic q => PocketViewTags.q;
    public static dynamic script => PocketViewTags.script;
    public static dynamic section => PocketViewTags.section;
    public static dynamic select => PocketViewTags.select;
    public static dynamic small => PocketViewTags.small;
    public static dynamic source => PocketViewTags.source;
    public static dynamic span => PocketViewTags.span;
    public static dynamic strike => PocketViewTags.strike;
    public static dynamic style => PocketViewTags.style;
    public static dynamic strong => PocketViewTags.strong;
    public static dynamic sub => PocketViewTags.sub;
    public static dynamic summary => PocketViewTags.summary;
    public static dynamic sup => PocketViewTags.sup;
    public static dynamic svg => PocketViewTags.svg;
    public static dynamic table => PocketViewTags.table;
    public static dynamic tbody => PocketViewTags.tbody;
    public static dynamic td => PocketViewTags.td;
    public static dynamic text => PocketViewTags.text;
    public static dynamic textarea => PocketViewTags.textarea;
    public static dynamic tfoot => PocketViewTags.tfoot;
    public static dynamic th => PocketViewTags.th;
    public static dynamic thead => PocketViewTags.thead;
    public static dynamic title => PocketViewTags.title;
    public static dynamic tr => PocketViewTags.tr;
    public static dynamic u => PocketViewTags.u;
    public static dynamic ul => PocketViewTags.ul;
    public static dynamic video => PocketViewTags.video;
#pragma warning restore CS1591, CA1707, IDE1006
}
