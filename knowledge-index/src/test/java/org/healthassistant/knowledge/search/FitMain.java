package org.healthassistant.knowledge.search;
final class FitMain { public static void main(String[] a){ for (CalibrationSet s : CalibrationSet.all()) { var c=s.fit(); System.out.println(s.name()+" "+c+" train="+s.accuracy(c)); s.wrong(c).forEach(w->System.out.println("   "+w)); } System.exit(0);} }
