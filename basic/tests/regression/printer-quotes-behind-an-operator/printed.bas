ND x= //'
ND y = // it's 'so' here
